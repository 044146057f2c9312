import { isPerson } from "../../requirements/person-words.ts";
import { singularPhrase } from "../../requirements/singular-phrase.ts";
import type { StatedPart } from "./stated-parts.ts";

const WORD =
  "(?!(?:and|or|shall|must|can|may|should|will|is|are|has|have|of|to|for|in|which|that)\\b)[a-z]+";
const NAME = `${WORD}(?:[ -]${WORD}){0,2}?`;
/** "A leave balance per leave type and year", "stock is counted per bin and article: the quantity …". */
const KEYED = new RegExp(
  String.raw`^(?:.*?\b(?:defines?|sets?|keeps?|counts?|maintains?|has|have|plans?|manages?)\s+)?(?:(?:an?|one|the|each|every)\s+)?(${NAME})\s+(?:(?:is|are|must be|shall be)\s+(?:counted|kept|tracked|recorded|held|stored|measured|defined|set|stated|managed|planned|agreed|given)\s+)?(?:per|for each|for every)\s+([a-z]+(?: [a-z]+)?)(?:\s+(?:and|and per)\s+([a-z]+(?: [a-z]+)?))?(?=[.,:;]|\s+(?:is|are|with|and)\b|$)(?:(?::|,?\s+with)\s+(.+))?`,
  "i",
);
const KEYED_VERB =
  /\s(?:is|are|must be|shall be)\s+(?:counted|kept|tracked|recorded|held|stored|measured|defined|set|stated|managed|planned|agreed|given)\s+(?:per|for each|for every)\s|\s(?:per|for each|for every)\s+[a-z ]+?\s(?:is|are|must be|shall be)\s+(?:counted|kept|tracked|recorded|held|stored|managed)\b/i;
/** "Medication stock per practice": how much there is of something. */
const STOCK_OF = /^(.+) (?:stock|inventory)$/;
const UNIT =
  /^(?:day|week|month|year|hour|minute|second|kilomet(?:re|er)|mile|met(?:re|er)|kilo|unit|person|night|piece|time|case|call|request|user|one|thousand|item|page|head|cent)\b/;
const MEASURE =
  /(?:^|\s)(?:price|fee|cost|rate|limit|number|amount|maximum|minimum|charge|fare|request|time|event|scan|reading|call|sale|line|quantity|total|sum|average|euro|percent|statistic|report|figure|revenue|number|overview|calendar|list|dashboard|view|chart|once|one|order|download|impression|day|hour|minute|point|notification|email)s?$/i;

type Base = Pick<StatedPart, "owner" | "belongs" | "requirementId" | "optional">;

/** What is kept once for each of one or two things, or for each of them together. */
export function keyedParts(
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
