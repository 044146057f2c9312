import { isPerson } from "../../requirements/person-words.ts";
import { singularPhrase } from "../../requirements/singular-phrase.ts";
import type { StatedPart } from "./stated-parts.ts";

/** "Business customers have a contract with a price list": the second is part of the first. */
const WITH =
  /\b(?:has|have|gets?|receives?|signs?)\s+(?:an?|one)\s+([a-z]+(?: [a-z]+)?)\s+with\s+(?:an?|one)\s+([a-z]+(?: [a-z]+)?)(?=[.,;]|$)/i;
const WITH_SEVERAL =
  /\b(?:has|have|gets?|receives?|signs?)\s+(?:an?|one)\s+([a-z]+(?: [a-z]+)?)\s+with\s+([a-z]+s)(?=[.,;]|$)/i;
/** "An invoice is made for every customer, with one line per consignment". */
const ONE_PER =
  /\b(?:an?|the|each|every)\s+([a-z]+(?: [a-z]+)?)\s+(?:is|has|are)\b[^.;]*?\bwith\s+(?:one|an?)\s+(line|entry|item|row|record|position)\s+(?:per|for each|for every)\s+([a-z]+(?: [a-z]+)?)(?=[.,;]|$)/i;
/** "Each player has a rating per season": one for each of both. */
const EACH_PER =
  /\b(?:an?|each|every)\s+([a-z]+(?: [a-z]+)?)\s+has\s+(?:an?|one)\s+([a-z]+(?: [a-z]+)?)\s+(?:per|for each|for every|in each|in every)\s+([a-z]+(?: [a-z]+)?)(?=[.,;:]|\s+(?:and|in|of|with)\b|$)/i;
/** "Each upgrade costs gold and takes some days". */
const COSTS =
  /^(?:an?|each|every)\s+([a-z]+(?: [a-z]+)?)\s+(costs|takes|lasts)\s+[a-z0-9][^.;]*?(?:\s+and\s+(costs|takes|lasts)\s+[a-z0-9][^.;]*)?$/i;
/** "Computes a surge factor for each zone", "prepares the agreement and records the signature". */
const VALUE_OF =
  /\b(?:(?:an?|the)\s+([a-z]+(?: [a-z]+)?)(?:\s+from\s+[a-z ]+?)?\s+and\s+)?(?:computes?|calculates?|records?|captures?|determines?|derives?)\s+(?:an?|the|its)\s+((?:[a-z]+\s)?(?:score|signature|factor|average|balance|total|sum|rank|distance))(?:\s+(?:for|of)\s+(?:each|every|an?|the)\s+([a-z]+(?: [a-z]+)?))?(?=[.,;]|\s+(?:every|when|after|before|with|at|by|in|from)\b|$)/i;
/** "A ride from a pickup address to a destination address". */
const FROM_TO =
  /\b(?:an?|the)\s+([a-z]+)\s+from\s+(?:an?|one|the)\s+([a-z]+ (?:address|place|location|station|port|airport|account|date|time))\s+to\s+(?:an?|one|the)\s+([a-z]+ (?:address|place|location|station|port|airport|account|date|time))(?=[.,;]|\s+(?:with|and)\b|$)/i;
/** "Sends the driver's location every four seconds". */
const TRACKED = /\bthe\s+([a-z]+)['’]s\s+(location|position)\s+every\b/i;
const UNITS =
  /^(?:day|week|month|year|hour|minute|second|kilomet(?:re|er)|mile|met(?:re|er)|kilo|unit|person|night|piece|time|case|call|request)$/;

/** What a clause says in passing: parts of parts, one for each of several, what it costs. */
export function nestedParts(clause: string, requirementId: string): readonly StatedPart[] {
  const parts: StatedPart[] = [];
  const add = (owner: string, part: string, belongs = false, isOne = false): void => {
    parts.push({
      owner: owner.toLowerCase(),
      part: part.toLowerCase(),
      many: false,
      unique: false,
      belongs,
      ...(isOne ? { isOne } : {}),
      optional: false,
      requirementId,
    });
  };
  const inner = WITH.exec(clause);
  if (inner !== null) add(inner[1] ?? "", inner[2] ?? "");
  const several = WITH_SEVERAL.exec(clause);
  if (several !== null) {
    add(several[1] ?? "", several[2] ?? "");
    parts.push(...parts.splice(-1).map((part) => ({ ...part, many: true })));
  }
  const ends = FROM_TO.exec(clause);
  for (const end of [ends?.[2], ends?.[3]]) if (end !== undefined) add(ends?.[1] ?? "", end);
  const tracked = TRACKED.exec(clause);
  if (tracked !== null && isPerson((tracked[1] ?? "").toLowerCase())) {
    const where = tracked[2] ?? "";
    for (const value of ["latitude", "longitude", "recorded at"]) add(where, value);
    add(where, tracked[1] ?? "", true);
  }
  const lines = ONE_PER.exec(clause);
  if (lines !== null) {
    const [, whole = "", line = "", each = ""] = lines;
    add(`${whole} ${line}`, whole, true);
    add(`${whole} ${line}`, each, true);
  }
  const keyed = EACH_PER.exec(clause);
  if (keyed !== null) {
    const [, owner = "", part = "", each = ""] = keyed;
    if (!isPerson(part.toLowerCase()) && isForEach(`${part} per ${each}`)) {
      add(part, owner, true);
      add(part, each, true, true);
    }
  }
  const costs = COSTS.exec(clause);
  for (const verb of [costs?.[2], costs?.[3]])
    if (verb !== undefined)
      add(costs?.[1] ?? "", verb.toLowerCase() === "costs" ? "cost" : "duration");
  const value = VALUE_OF.exec(clause);
  const holder = value?.[1] ?? value?.[3];
  if (value !== null && holder !== undefined && !isPerson(holder.toLowerCase()))
    add(holder, value[2] ?? "");
  // "The signature of the borrower": an agreement with the borrower.
  if (value?.[1] !== undefined && isPerson((value[3] ?? "").toLowerCase()))
    add(value[1], value[3] ?? "", true);
  return parts;
}

/** "A rating per season": of these there is one for each of something that is no unit. */
export function isForEach(item: string): boolean {
  const each = /\s(?:per|for each|for every)\s+([a-z]+)$/i.exec(item)?.[1];
  return (
    each !== undefined &&
    !UNITS.test(singularPhrase(each)) &&
    !/\b(?:price|fee|cost|rate|limit|number|amount|maximum|minimum|charge|fare)\b/i.test(item)
  );
}
