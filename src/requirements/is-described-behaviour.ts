import { IMPERATIVES } from "./imperatives.ts";
import type { Tagger } from "./tagger.ts";

const ROLE =
  /^(?:users?|customers?|clients?|people|members?|staff|admins?|guests?|visitors?|students?|teachers?|patients?|doctors?|nurses?|guardians?|mechanics?|couriers?|parents?|tenants?|citizens?|employees?|\p{L}{2,}(?:ers?|ors?|ists?|ants?|ees?)|system|app|application|platform|service|software|product|everyone|anyone)$/u;

const POSSESSES = /^(?:have|has|contains?|includes?|belongs?|consists?)$/;
const LONGEST = 600;

/**
 * Whether plain prose says what somebody or the product does: "Customers browse books and pay by
 * card", "A library lends books to its members". Weaker than `isStatement`.
 */
export function isDescribedBehaviour(tag: Tagger, sentence: string): boolean {
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
