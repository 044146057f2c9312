import { isPerson, isTechnical } from "../../requirements/person-words.ts";
import type { RequirementsReading } from "../../requirements/requirements-reading.ts";
import { singularPhrase } from "../../requirements/singular-phrase.ts";
import { nameAfter, thingName } from "../../requirements/thing-name.ts";
import { inScope } from "./demand-text.ts";
import { knownValues } from "./known-values.ts";
import { isRoleWord } from "./role-word.ts";
import type { StatedPart } from "./stated-parts.ts";

/** "At a practice", "on one instrument", "per bin": one of several that exist by themselves. */
const PLACED =
  /\b(?:for|at|in|of|on|with|from|to|into|onto|against|inside|under|by)\s+(?=(?:one|an|a|each|every|another|exactly one|a single)\s+[a-z])|\b(?:per)\s+(?=[a-z])/gi;
/** "Each instrument", "a whole tier": general things of which a statement speaks. */
const BEFORE = /^(?:an?|the|each|every|another|exactly one|a single|one)\s+/i;
/** What a phrase behind a preposition says of how or when, and never of a thing. */
const CIRCUMSTANCE =
  /^(?:barcode|bar code|qr code|way|glance|moment|rate|row|basis|phone|tablet|screen|app|web|card|file|photo|email|list|form|click|maximum|minimum|average|peak|kind|sort|size|term|language|format|colour|color|text|note|comment|value|number|name|title|email|page|link|code|label|limit|fee|price|cost|amount|currency|country|city|region|address|street|reason|description|status|state|type|category|priority|level|version|unit|weight|volume|duration|capacity|length|height|width|time|date|day|week|month|year|user|person|somebody|employee|admin|network|discount|percentage|share|budget|total|balance|quantity|stock|line|thing|set|pair|group|feature|service|product team|spreadsheet|ui|cloud|gender|nationality|signature|result|outcome|remark|half|third|second|quarter|certain|given|half-day|condition|metric|sum|member|participant|emergency|case of|store|body|head)s?$/;

/** Two such tellings make a thing of a noun that nothing else is said of. */
const LEAST = 2;

/**
 * The nouns that several statements place something at, give to something as a part, or count by:
 * what is tied to a practice here and has a practice there, has practices of which it knows.
 */
export function referencedThings(
  reading: RequirementsReading,
  parts: readonly StatedPart[],
): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, Set<string>>();
  const asPart = new Set<string>();
  const listed = new Set(
    parts.filter(({ values }) => values !== undefined).map(({ part }) => part),
  );
  const note = (name: string | undefined, id: string): void => {
    if (name === undefined || listed.has(name) || !isThing(name)) return;
    found.set(name, (found.get(name) ?? new Set()).add(id));
  };
  for (const { part, many, values, requirementId } of parts) {
    const name = thingName(part);
    if (many || values !== undefined || name === undefined || singularPhrase(part) !== part)
      continue;
    asPart.add(name);
    note(name, requirementId);
  }
  const all = inScope(reading)
    .map(({ text }) => text)
    .join("\n");
  for (const { id, text, kind } of inScope(reading)) {
    if (kind !== "functional") continue;
    const plain = text.slice(0, 2000);
    for (const match of plain.matchAll(PLACED)) {
      const rest = plain.slice(match.index + match[0].length);
      const name = nameAfter(rest.replace(BEFORE, ""));
      // Who does it is no part of what is done.
      if (name !== undefined && /^by\s/i.test(match[0]) && isPerson(name) && !/^one\s/i.test(rest))
        continue;
      note(name, id);
    }
  }
  // A thing owns what its statements say of its own parts elsewhere: "medication stock".
  for (const [name, ids] of found)
    for (const { id, text } of inScope(reading))
      if (
        asPart.has(name) &&
        new RegExp(
          `\\b${name} (?!(?:and|or|is|are|has|for|with|when|which|that|to|in|of|at|on|by|per)\\b)[a-z]+|\\b${name}s\\b|\\b(?:an?|each|every|prescribes?) ${name}\\b`,
          "i",
        ).test(text)
      )
        ids.add(id);
  return new Map(
    [...found].flatMap(([name, ids]) => {
      // People are on record where something has one, not where somebody is told.
      const isHeld = asPart.has(name);
      // An abbreviation is a number or a code: IBAN.
      const isCode = new RegExp(`\\b${name.toUpperCase()}s?\\b`).test(all);
      return ids.size >= LEAST && !isCode && (isHeld || !isPerson(name)) ? [[name, [...ids]]] : [];
    }),
  );
}

function isThing(name: string): boolean {
  return (
    !isRoleWord(name) &&
    !CIRCUMSTANCE.test(name.split(" ").at(-1) ?? "") &&
    !knownValues.some(
      // "Medications" of a patient are told in words, and are things of a pharmacy.
      ({ names, value }) => value.classification !== "sensitive" && names.test(name),
    ) &&
    (!isTechnical(name) || /^[a-z]+ (?:station|device)$/.test(name))
  );
}
