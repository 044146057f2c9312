import type { EntityMention } from "../../requirements/entity-mention.ts";
import { isPerson } from "../../requirements/person-words.ts";
import { coreOf } from "./core-of.ts";

/** Words for one thing; a text that uses several of them means the same by all. */
const ONE_THING: readonly (readonly string[])[] = [
  ["parcel", "package", "shipment", "consignment", "expressage", "logistic"],
  ["enrolment", "enrollment"],
  ["licence", "license"],
  ["student", "pupil", "child"],
  ["applicant", "borrower"],
  ["rider", "passenger"],
  ["policyholder", "insured"],
];

/** For each word of a text the one that it uses most for the same thing. */
export function synonymsOf(mentions: readonly EntityMention[]): ReadonlyMap<string, string> {
  const synonyms = new Map<string, string>();
  for (const words of ONE_THING) {
    const used = mentions
      .filter(({ name }) => words.includes(coreOf(name)))
      // People whom the text describes come before those whom it only speaks of.
      .toSorted((a, b) => Number(isDescribed(b)) - Number(isDescribed(a)) || b.count - a.count);
    const [best] = used;
    // A text in which one has the other ("a shipment has packages") means two things.
    if (
      best === undefined ||
      used.some(({ relations }) => relations.some(({ to }) => words.includes(to)))
    )
      continue;
    for (const { name } of used.slice(1)) synonyms.set(coreOf(name), coreOf(best.name));
  }
  return synonyms;
}

function isDescribed({ name, attributes }: EntityMention): boolean {
  return isPerson(name) && attributes.length > 1;
}
