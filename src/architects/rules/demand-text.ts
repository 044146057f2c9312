import type { Requirement } from "../../requirements/requirement.ts";
import type { RequirementsReading } from "../../requirements/requirements-reading.ts";
import { pluralize } from "./plural.ts";

/** The statements that are to be built. */
export function inScope(reading: RequirementsReading): readonly Requirement[] {
  return reading.requirements.filter(({ outOfScope }) => !outOfScope);
}

/** What a statement asks for, without what it is good for ("so that …"). */
export function demandOf(requirement: Requirement, reading: RequirementsReading): string {
  const benefit = reading.stories.find(
    ({ requirementId }) => requirementId === requirement.id,
  )?.benefit;
  if (benefit === undefined || benefit === "") return requirement.text;
  const at = requirement.text.indexOf(benefit.slice(0, 30));
  return at > 0 ? requirement.text.slice(0, at) : requirement.text;
}

/** Whether a text speaks of a word or its plural. */
export function speaksOf(text: string, phrase: string): boolean {
  return phrasePattern(phrase).test(text);
}

const cache = new Map<string, RegExp>();

function phrasePattern(phrase: string): RegExp {
  const known = cache.get(phrase);
  if (known !== undefined) return known;
  const words = phrase.split(/\s+/);
  const last = words.pop() ?? "";
  const forms = [...new Set([last, pluralize(last)])].map((form) => RegExp.escape(form));
  const plural = `(?:${forms.join("|")})(?:['’]s?)?`;
  const before = words.map((word) => RegExp.escape(word));
  const pattern = new RegExp(
    `(?<![\\p{L}\\p{N}])${[...before, plural].join("\\s+")}(?![\\p{L}\\p{N}])`,
    "iu",
  );
  if (cache.size > 5000) cache.clear();
  cache.set(phrase, pattern);
  return pattern;
}

const RULE =
  /^\W*(?:when|whenever|while|where|once|after|before|on the [a-z ]+, the|\d+ (?:minutes|hours|days) (?:before|after)|every|for (?:each|every|all)|if|only|each|every|(?!an? [a-z ]{3,40}? (?:can|may|must|shall|should) )an? [a-z ]+ (?:has|have|belongs|is)\b)|→|->|^[A-Z][a-z ]+:\s+(?:a|an|the)\s+(?:person|employee|user|maker|system|role|member|somebody|someone)\b|^\W*[A-Z][a-z]+(?: [a-z]+)?: (?:runs|plans|asks|answers|looks|works|manages|needs|uses|wants|decides|pays|buys|sells|handles)\s|\b(?:must|shall|should|is|are) be \w+ed\b.*\bwhen\b/i;

/** A rule about what happens or who may, not a demand for something that can be done. */
export function isRule(text: string): boolean {
  return RULE.test(text) && !/^\W*as\s+an?\b/i.test(text);
}

/** "Add products to my wishlist": what comes after the preposition holds what is added. */
export const CONTAINER: RegExp =
  /\b(?:add|put|save|place)s?\s+(?:[\w-]+\s+){1,9}?(?:to|in|into|on)\s+(?:(?:my|the|a|an|their|our|his|her|new)\s+)*((?:[\w-]+\s+)?[\w-]+)/i;
