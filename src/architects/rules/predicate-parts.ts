import { isPerson } from "../../requirements/person-words.ts";
import { singularPhrase } from "../../requirements/singular-phrase.ts";
import type { StatedPart } from "./stated-parts.ts";

const WORD =
  "(?!(?:and|or|shall|must|can|may|should|will|is|are|has|have|of|to|for|in|which|that)\\b)[a-z]+";
const NAME = `${WORD}(?:[ -]${WORD}){0,2}?`;
const END = String.raw`(?=[.,;:]|\s+(?:when|if|whose|which|that|who|with|and|or|by|at|on|in|of|for|to|after|before|until|so|per|from|under|is|are|has)\b|$)`;
const SUBJECT = new RegExp(
  String.raw`^(?:an?|each|every|one)\s+(${NAME})\s+(?:(?:must|can|may|shall|should)\s+)?(?:be\s+)?(?=(?:has|have|is|are|belongs?|stands?|[a-z]{2,}s)\b)`,
  "i",
);
/** "… and is for one pet", "stands on one floor", "takes place at one set": what one of them is tied to. */
const TIE = new RegExp(
  String.raw`(?:^|,\s+(?:and\s+)?|\s+and\s+)(?:(?:must|can|may|shall|should|always|only)\s+)*(?:(?:is|are|be)(?:\s+[a-z]+(?:ed|en|un|pt|lt|nt|de|ld))?|stands|lies|sits|takes place|appears|happens|hangs|runs|works|lives|applies|refers|relates|points|(?!leads|goes|comes|results|sends|turns|changes|moves|asks)[a-z]{3,}s)\s+(?:for|at|on|in|of|to|by|from|with|under|into|onto|against|about|inside|within)\s+(?:exactly )?(one|an?|a single|its|each|every)\s+(?:single\s+)?(${NAME})${END}`,
  "gi",
);
/** "A leave balance per leave type and year", "stock is counted per bin and article: the quantity …". */
const KEYED = new RegExp(
  String.raw`^(?:.*?\b(?:defines?|sets?|keeps?|counts?|maintains?|has|have|plans?|manages?)\s+)?(?:(?:an?|one|the|each|every)\s+)?(${NAME})\s+(?:(?:is|are|must be|shall be)\s+(?:counted|kept|tracked|recorded|held|stored|measured|defined|set|stated|managed|planned|agreed|given)\s+)?(?:per|for each|for every)\s+([a-z]+(?: [a-z]+)?)(?:\s+(?:and|and per)\s+([a-z]+(?: [a-z]+)?))?(?=[.,:;]|\s+(?:is|are|with|and)\b|$)(?:(?::|,?\s+with)\s+(.+))?`,
  "i",
);
const KEYED_VERB =
  /\s(?:is|are|must be|shall be)\s+(?:counted|kept|tracked|recorded|held|stored|measured|defined|set|stated|managed|planned|agreed|given)\s+(?:per|for each|for every)\s|\s(?:per|for each|for every)\s+[a-z ]+?\s(?:is|are|must be|shall be)\s+(?:counted|kept|tracked|recorded|held|stored|managed)\b/i;
/** "Medication stock per practice": how much there is of something. */
const STOCK_OF = /^(.+) (?:stock|balance|inventory|quota)$/;
const UNIT =
  /^(?:day|week|month|year|hour|minute|second|kilomet(?:re|er)|mile|met(?:re|er)|kilo|unit|person|night|piece|time|case|call|request|user|one|thousand|item|page|head|cent)\b/;
const MEASURE =
  /(?:^|\s)(?:price|fee|cost|rate|limit|number|amount|maximum|minimum|charge|fare|request|time|event|scan|reading|call|sale|line|quantity|total|sum|average|euro|percent|statistic|report|figure|revenue|number|overview|calendar|list|dashboard|view|chart|once|one|order|download|impression|day|hour|minute|point|notification|email)s?$/i;

type Base = Pick<StatedPart, "owner" | "belongs" | "requirementId" | "optional">;

/** What the verbs of a clause tie its subject to, and what is kept once for each of several things. */
export function predicateParts(
  clause: string,
  requirementId: string,
  itemsOf: (list: string, base: Base) => readonly StatedPart[],
): readonly StatedPart[] {
  const keyed = keyedParts(clause, requirementId, itemsOf);
  const owner = SUBJECT.exec(clause)?.[1]?.toLowerCase();
  if (owner === undefined || (isPerson(owner) && !/\b(?:belongs|works) /.test(clause)))
    return keyed;
  const rest = clause.replace(/\([^()]*\)/g, "");
  const from = SUBJECT.exec(rest)?.[0].length ?? 0;
  const ties = [...rest.slice(from).matchAll(TIE)].flatMap(([, count = "", part = ""]) => {
    const name = part.toLowerCase();
    return name === owner
      ? []
      : [
          {
            owner,
            part: name,
            many: false,
            unique: false,
            belongs: true,
            ...(/one|single/i.test(count) ? { isOne: true } : {}),
            optional: false,
            requirementId,
          },
        ];
  });
  return [...ties, ...keyed];
}

function keyedParts(
  clause: string,
  requirementId: string,
  itemsOf: (list: string, base: Base) => readonly StatedPart[],
): readonly StatedPart[] {
  const match = KEYED.exec(clause);
  if (match === null) return [];
  const [, name = "", first = "", second, list = ""] = match;
  const owner = singularPhrase(name);
  const keys = [first, ...(second === undefined ? [] : [second])].map((key) => key.toLowerCase());
  const isStated = KEYED_VERB.test(clause) || second !== undefined || list !== "";
  if (!isStated || MEASURE.test(owner) || keys.some((key) => UNIT.test(key) && key !== "year"))
    return [];
  if (isPerson(owner)) return [];
  const base = { owner, belongs: false, requirementId, optional: false };
  const key = (part: string): StatedPart => ({
    ...base,
    part,
    many: false,
    unique: false,
  });
  const whole = /^(?:each|every)\s+([a-z]+(?: [a-z]+)?)\s+has\s/i.exec(clause)?.[1];
  const ties = whole === undefined ? [] : itemsOf(whole, { ...base, belongs: true });
  const of = STOCK_OF.exec(owner)?.[1];
  const held = of === undefined ? [] : itemsOf(of, { ...base, belongs: true });
  const count = /\bcounted\b/i.test(clause) && list === "" ? itemsOf("quantity", base) : [];
  return [...ties, ...held, ...keys.map(key), ...count, ...itemsOf(list, base)];
}
