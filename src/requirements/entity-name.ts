import { compoundThing } from "./compound-thing.ts";
import { FUNCTION_WORDS } from "./function-words.ts";
import { ASPECT_THINGS, ASPECTS, NON_ENTITIES, TECHNOLOGIES } from "./non-entities.ts";
import { IMPERATIVES } from "./imperatives.ts";
import { singularPhrase } from "./singular-phrase.ts";
import type { Word } from "./word.ts";

const GERUNDS =
  /^(?:booking|building|listing|meeting|rating|training|offering|ranking|drawing|filing|hearing|screening|recording|posting|reading|painting|parking|clothing|holding|pricing|wedding|sibling|string|ring|king|spring|thing|evening|morning)$/;
const TION_THINGS =
  /^(?:reservation|transaction|notification|organi[sz]ation|location|station|subscription|prescription|position|question|collection|invitation|donation|publication|installation|medication|vaccination|promotion|auction|permission|competition|application|destination|quotation|exhibition|session|mission|commission|registration|accommodation|translation|conversation|petition|nation|caption|portion|evaluation|annotation|certification|qualification|occupation|compensation|consultation|election|convention|objection|correction|calibration|citation|obligation|deduction|contribution|redemption|infection|vacation|expedition|requisition|acquisition|substitution|injection|observation|nomination|production|audition|auction|section|inspection|instruction|violation|allocation)$/;
const MOST_WORDS = 3;

/** The entity names in a tagged noun phrase: "camper's emergency information" is about the camper. */
export function entityNamesOf(words: readonly Word[]): readonly string[] {
  const parts: Word[][] = [[]];
  for (const word of words) {
    if (/^['’]s?$/.test(word.text)) parts.push([]);
    else parts.at(-1)?.push(word);
  }
  const names = parts
    .map((part) => {
      // "waiting list": the first word of such a name is no noun to a tagger.
      const whole = singularPhrase(part.map(({ text }) => text).join(" "));
      return compoundThing(whole) ?? entityName(nominalTail(part));
    })
    .filter((name) => name !== undefined);
  return [...new Set(names)];
}

/** The name of the entity that a phrase in words stands for; `undefined` where it names none. */
export function entityName(phrase: string): string | undefined {
  const words = singularPhrase(phrase.replace(/[_/]/g, " ").replace(/(\p{Ll})(\p{Lu})/gu, "$1 $2"))
    .split(" ")
    .filter((word) => /^[\p{L}][\p{L}\p{N}&'’-]*$/u.test(word));
  const compound = compoundThing(words.join(" "));
  if (compound !== undefined) return compound;
  while (words.length > 1 && isAspect(words.at(-1) ?? "")) {
    words.pop();
    words.push(singularPhrase(words.pop() ?? ""));
  }
  while (words.length > 1 && (words.at(-1) ?? "").length === 1) words.pop();
  const name = afterClause(words).slice(-MOST_WORDS);
  while (/^(?:user|system|application|platform)$/.test(name[0] ?? "") && name.length > 2)
    name.shift();
  const head = name.at(-1);
  if (
    head === undefined ||
    head.length < 2 ||
    (name.length === 1 && /^(?:line|code)$/.test(head)) ||
    !isEntityWord(head)
  )
    return undefined;
  if (TECHNOLOGIES.has(name.join(""))) return undefined;
  if (name.some((word) => TECHNOLOGIES.has(word) || FUNCTION_WORDS.has(word))) return undefined;
  return name.join(" ");
}

/** "clinics book appointment": a plural inside is the subject of a clause that the tagger missed. */
function afterClause(words: readonly string[]): string[] {
  const plural = words
    .slice(0, -1)
    .findLastIndex(
      (word) =>
        /[^siu]s$/.test(word) &&
        !/^(?:sales|news|goods|sports|logistics|analytics|operations)$/.test(word),
    );
  const rest = words.slice(plural + 1);
  return plural >= 0 && rest.length > 1 && IMPERATIVES.has(rest[0] ?? "") ? rest.slice(1) : rest;
}

function isAspect(word: string): boolean {
  return (
    ASPECTS.has(word) || NON_ENTITIES.has(word) || (word.endsWith("ing") && !GERUNDS.test(word))
  );
}

function isEntityWord(word: string): boolean {
  if (ASPECTS.has(word) && !ASPECT_THINGS.has(word)) return false;
  if (NON_ENTITIES.has(word) || TECHNOLOGIES.has(word)) return false;
  if (word.endsWith("ing") && !GERUNDS.test(word)) return false;
  if (word.endsWith("tion") && !TION_THINGS.test(word)) return false;
  if (
    /-(?:based|safe|specific|date|friendly|related|level|wide|term|time|only|ready|in)$/.test(word)
  )
    return false;
  return !/(?:ability|ibility|ness|ization|isation|ality)$/.test(word) && !/\.\p{L}/u.test(word);
}

/** Nouns at the end; an adjective in the middle ends the name ("up-to-date product list"). */
function nominalTail(words: readonly Word[]): string {
  const tail: string[] = [];
  for (const word of words.toReversed()) {
    if (word.tag !== "NOUN" && word.tag !== "PROPN") break;
    if (word.lower.endsWith("ed") && tail.length > 0) break;
    tail.unshift(word.text);
  }
  return tail.join(" ");
}
