import { IMPERATIVES } from "./imperatives.ts";
import { isPerson } from "./person-words.ts";
import type { Tagger } from "./tagger.ts";

const ROLE =
  /^(?:users?|customers?|clients?|people|members?|staff|admins?|guests?|visitors?|students?|teachers?|patients?|doctors?|nurses?|guardians?|mechanics?|couriers?|parents?|tenants?|citizens?|employees?|\p{L}{2,}(?:ers?|ors?|ists?|ants?|ees?)|system|app|application|platform|service|software|product|everyone|anyone)$/u;

const POSSESSES = /^(?:have|has|contains?|includes?|belongs?|consists?)$/;
const LONGEST = 600;
/** "Each run is driven by one courier", "an invoice is made for every customer". */
const DONE_TO =
  /(?:^|,\s+|\b(?:month|day|week|year|night|mile|end|start)\s+)(?:an?|each|every)\s+[a-z][a-z -]{1,30}?\s+(?:is|are)\s+(?!(?:used|based|called|needed|designed|intended|located|named|known)\b)[a-z]+(?:ed|en|un|de|wn|nt|pt|ld|ought|split|put|cut|sent)\s+(?:by|to|with|for|from|in|into|on|onto|at|when|whenever|as soon)\b/i;
/** "Cages are loaded on a line haul". */
const PLURAL_DONE_TO =
  /^(?:(?:In|At|On|After|Before|During) [a-z -]{3,30}, )?[A-Za-z][a-z]+(?: [a-z]+)?s are [a-z]+(?:ed|en|un|pt|wn|nt) (?:by|to|with|from|into|onto|on|in) (?:(?:an?|the|one|each|every) |[a-z]+s[.,])/;
const BUSINESS =
  "orders?|reports?|enters?|records?|registers?|creates?|prepares?|issues?|submits?|sends?|confirms?|approves?|books?|files?|opens?|closes?|returns?|requests?|releases?|uploads?|delivers?|stores?|maintains?|manages?|assigns?|schedules?|plans?|reviews?|prints?|allocates?|measures?|transmits?";
/** "The laboratory enters the test results", "Hospitals order components": whoever it is. */
const WORKS = new RegExp(
  String.raw`^(?:The [a-z]+(?: [a-z]+)? (?=[a-z]+s )|[A-Z][a-z]+s )(?:${BUSINESS}) (?:(?:an?|the|each|every|their|its|one) )?[a-z]{3,}`,
);
/** "A tour has a date", behind whatever stands before the semicolon. */
const HAS_PARTS =
  /(?:^|;\s+|,\s+and\s+)(?:an?|each|every)\s+[a-z][a-z -]{1,30}?\s+(?:has|have|consists of|contains)\s+(?:an?|the|one|two|three|several|up to)\s/i;
/** "Two test tubes are drawn with each donation". */
const COUNTED_DONE =
  /^(?:One|Two|Three|Four|Several|All|Some) [a-z -]{3,30}? (?:is|are) [a-z]+(?:ed|en|un|wn|nt|pt|ld) (?:by|to|with|for|from|in|into|on|per)\b/;
/** "A customer books a consignment": who does it, and to what. */
const DOES =
  /^(?:an?|each|every|the)\s+(?:[a-z]+\s)?([a-z]+)\s+[a-z]{3,}s\s+(?:(?:an?|the|each|every|his|her|their|its|one)\s+[a-z]|[a-z]{3,}s(?=[.,]| and ))/i;
/** "The order names the sampling site", "a goods receipt records the quantity and the damage". */
const HOLDS =
  /^(?:an?|each|every|the)\s+[a-z]+(?: [a-z]+)?\s+(?:names|records|lists|carries|contains|gives|specifies)\s+(?:an?|the|its|one|who|when|every|all)\s/i;
/** "A client is an organisation with a name and an address". */
const IS_A_WITH =
  /^(?:An?|Each|Every) [a-z]+(?: [a-z]+)? is an? [a-z]+(?: [a-z]+){0,2}? (?:with|(?:that|which|who) has) (?:an?|the|its) [a-z ]+(?:,| and )/;
/** "Stock is counted per bin", "a limit value is defined per parameter", "each movement is logged with the time". */
const KEPT =
  /^(?:(?:an?|each|every|the) )?[a-z]+(?: [a-z]+){0,14}? (?:is|are) (?:counted|kept|tracked|recorded|logged|stored|defined|posted|set|booked|divided|measured) (?:per|as|with|against|for each|for every|into) /i;

/**
 * Whether plain prose says what somebody or the product does: "Customers browse books and pay by
 * card", "A library lends books to its members". Weaker than `isStatement`.
 */
export function isDescribedBehaviour(tag: Tagger, sentence: string): boolean {
  const isSaid = [DONE_TO, PLURAL_DONE_TO, WORKS, HAS_PARTS, COUNTED_DONE, HOLDS, KEPT, IS_A_WITH];
  if (isSaid.some((pattern) => pattern.test(sentence))) return true;
  const doer = DOES.exec(sentence)?.[1]?.toLowerCase();
  if (doer !== undefined && (isPerson(doer) || ROLE.test(doer))) return true;
  const general = /^(?:an?|each|every|one)\s/i.test(sentence);
  for (const words of tag(
    sentence.slice(0, LONGEST).replace(/^\p{Lu}(?=\p{Ll})/u, (letter) => letter.toLowerCase()),
  )) {
    for (const [i, subject] of words.entries()) {
      const verb = words[words[i + 1]?.tag === "ADV" ? i + 2 : i + 1];
      if (i > 6 || verb === undefined || (subject.tag !== "NOUN" && subject.tag !== "PROPN"))
        continue;
      const acts = verb.tag === "VERB" || IMPERATIVES.has(verb.lower) || POSSESSES.test(verb.lower);
      if (
        !acts ||
        !(
          ROLE.test(subject.lower) ||
          POSSESSES.test(verb.lower) ||
          (general && verb.lower.endsWith("s"))
        )
      )
        continue;
      if (words.slice(i + 2).some((word) => word.tag === "NOUN" || word.tag === "PROPN"))
        return true;
    }
  }
  return false;
}
