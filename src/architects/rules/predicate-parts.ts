import { isPerson } from "../../requirements/person-words.ts";
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
type Base = Pick<StatedPart, "owner" | "belongs" | "requirementId" | "optional">;

/** What the verbs of a clause tie its subject to. */
export function predicateParts(
  clause: string,
  requirementId: string,
  itemsOf: (list: string, base: Base) => readonly StatedPart[],
): readonly StatedPart[] {
  const owner = SUBJECT.exec(clause)?.[1]?.toLowerCase();
  if (owner === undefined || (isPerson(owner) && !/\b(?:belongs|works) /.test(clause))) return [];
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
  // "Is at one location, has a name and a capacity".
  const held = ties.length === 0 ? undefined : HAS_BEHIND.exec(clause)?.[1];
  const base = { owner, belongs: false, requirementId, optional: false };
  const parts = held === undefined ? [] : itemsOf(held.replace(AND_IS, ""), base);
  return [...ties, ...parts];
}

const HAS_BEHIND = /,\s+(?:and\s+)?has\s+(.+)$/i;
const AND_IS = /,?\s+and\s+(?:is|are|can|may|must|belongs|stands)\b.*$/i;
