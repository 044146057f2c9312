import type { Phrase } from "./find-phrases.ts";
import { findPhrases } from "./find-phrases.ts";
import { IMPERATIVES } from "./imperatives.ts";
import { isPerson } from "./person-words.ts";
import { readGrant } from "./read-grant.ts";
import { readStoryFrame } from "./read-story-frame.ts";
import type { StoryFrame } from "./read-story-frame.ts";
import { singularPhrase } from "./singular-phrase.ts";
import type { Story, StoryAction } from "./story.ts";
import type { Tagger } from "./tagger.ts";
import type { Word } from "./word.ts";

/** A noun phrase of a statement as an entity may be made of it. */
export interface NounMention {
  /** Singular, lower case. */
  readonly phrase: string;
  readonly words: readonly Word[];
  /** Whether an action is done to it. */
  readonly isObject: boolean;
  /** Written as a name behind a preposition: a place, a product of others. */
  readonly isName: boolean;
}

/** A story together with the phrases it was made of. */
export interface StoryReading {
  readonly story: Story;
  readonly nouns: readonly NounMention[];
}

const LONGEST = 4000;
const KEYWORDS =
  /\b(?:WHEN|WHILE|WHERE|IF|THEN|THE|SHALL|SHOULD|MUST|MAY|AND|OR|NOT|GIVEN|CAN|WILL|AN?|TO|FOR|EACH|ALL|REQUIRED)\b/g;
const CRUD = /^(C|-)(R|-)(U|-)(D|-)\s+(?:operations?\s+(?:on|for)\s+)?(?=\p{L})/u;
const CRUD_VERBS: Readonly<Record<string, string>> = {
  C: "create",
  R: "read",
  U: "update",
  D: "delete",
};

/** Reads who does what with what from a statement in any form: story, bullet, rule, table row. */
export function readStory(tag: Tagger, requirementId: string, text: string): StoryReading {
  const frame = readStoryFrame(text) ?? grantFrame(text);
  const actors = new Set(
    (frame?.personas ?? []).map((persona) => singularPhrase(persona.replace(/\(.*?\)/g, ""))),
  );
  const actions: StoryAction[] = [];
  const joined: StoryAction[] = [];
  const nouns: NounMention[] = [];
  for (const part of frame === undefined
    ? [uncapitalised(text)]
    : [frame.means, frame.benefit ?? ""]) {
    readPart(tag, part, frame !== undefined, { actors, actions, joined, nouns });
  }
  const entities = [...new Set(nouns.map((noun) => noun.phrase))];
  actors.delete("");
  const story = {
    requirementId,
    actors: [...actors],
    actions,
    entities,
    ...(joined.length === 0 ? {} : { joined }),
  };
  return {
    story: frame?.benefit === undefined ? story : { ...story, benefit: frame.benefit },
    nouns,
  };
}

/** "The system shall let a patient book an appointment" is a story without its form. */
function grantFrame(text: string): StoryFrame | undefined {
  const grants = text.split(/;\s+/).map(readGrant);
  if (grants.some((grant) => grant === undefined)) {
    const grant = readGrant(text);
    return grant && { personas: [grant.actor], means: `I can ${grant.means}` };
  }
  const given = grants.filter((grant) => grant !== undefined);
  return {
    personas: [...new Set(given.map(({ actor }) => actor))],
    means: given.map(({ means }) => `I can ${means.replace(/\.$/, "")}`).join(". "),
  };
}

/** The tagger takes a capitalised first word for a name. */
function uncapitalised(text: string): string {
  return text.replace(/^\p{Lu}(?=\p{Ll}+\b)/u, (letter) => letter.toLowerCase());
}

interface Findings {
  readonly actors: Set<string>;
  readonly actions: StoryAction[];
  readonly joined: StoryAction[];
  readonly nouns: NounMention[];
}

function readPart(
  tag: Tagger,
  part: string,
  framed: boolean,
  { actors, actions, joined, nouns }: Findings,
): void {
  const text = part.slice(0, LONGEST).replace(KEYWORDS, (word) => word.toLowerCase());
  const crud = CRUD.exec(text);
  const letters = (crud?.slice(1, 5) ?? []).filter((letter) => letter !== "-");
  const body = crud === null || letters.length < 2 ? text : text.slice(crud[0].length);
  for (const [number, words] of tag(body).entries()) {
    const sentence = withCoordinated(withRoleVerbs(number === 0 ? withImperative(words) : words));
    const phrases = findPhrases(sentence);
    const mentions = phrases.map((phrase) =>
      phrase.kind === "noun" ? singularPhrase(surface(phrase.words)) : "",
    );
    for (const [i, phrase] of phrases.entries()) {
      const mention = mentions[i] ?? "";
      if (phrase.kind === "noun" && mention !== "") {
        const isObject =
          isObjectOf(phrases[i - 1], phrase, sentence) ||
          (number === 0 && i === 0 && letters.length > 1);
        const isName = isProperName(sentence, phrase);
        nouns.push({ phrase: mention, words: phrase.words, isObject, isName });
        if (!framed && isPerson(mention) && acts(sentence, phrase)) actors.add(mention);
        if (number === 0 && i === 0 && body !== text) {
          for (const letter of letters)
            actions.push({ verb: CRUD_VERBS[letter] ?? "read", object: mention });
        }
      } else if (phrase.kind === "verb") {
        const next = phrases[i + 1];
        const object =
          next !== undefined && isObjectOf(phrase, next, sentence) ? mentions[i + 1] : undefined;
        const verb = lemmaOf(phrase.words);
        actions.push(object === undefined || object === "" ? { verb } : { verb, object });
        if (object === undefined) continue;
        for (let at = i + 2; isJoined(sentence, phrases[at - 1], phrases[at]); at++)
          joined.push({ verb, object: mentions[at] ?? "" });
      }
    }
  }
}

/** A first word that can be an order is one: taggers take "Filter products" for two nouns. */
function withImperative(words: readonly Word[]): readonly Word[] {
  const [first, second] = words;
  if (
    first === undefined ||
    second === undefined ||
    first.tag === "VERB" ||
    !IMPERATIVES.has(first.lower)
  )
    return words;
  const orders =
    ["DET", "ADJ", "NOUN", "PROPN", "NUM", "PRON", "CCONJ"].includes(second.tag) ||
    second.text === ",";
  return orders ? [{ ...first, tag: "VERB", lemma: first.lower }, ...words.slice(1)] : words;
}

/** "customers browse products": a plural role before a word that can be an order. */
function withRoleVerbs(words: readonly Word[]): readonly Word[] {
  return words.map((word, i) => {
    const before = words[i - 1];
    const role =
      before !== undefined &&
      before.lower.endsWith("s") &&
      before.tag === "NOUN" &&
      isPerson(singularPhrase(before.lower));
    const orders =
      role &&
      (word.tag === "NOUN" || word.tag === "ADJ") &&
      IMPERATIVES.has(word.lower) &&
      words[i + 1] !== undefined;
    return orders ? { ...word, tag: "VERB" as const, lemma: word.lower } : word;
  });
}

/** "publish and unpublish a course", "create, change and delete orders": what is joined to a verb is one. */
function withCoordinated(words: readonly Word[]): readonly Word[] {
  const joined = [...words];
  for (const [i, word] of joined.entries()) {
    const joint = joined[i - 1];
    const next = joined[i + 1];
    const orders =
      (word.tag === "NOUN" || word.tag === "ADJ" || word.tag === "PROPN") &&
      IMPERATIVES.has(word.lower.replace(/^un(?=[a-z]{4})/, "")) &&
      joined[i - 2]?.tag === "VERB" &&
      (joint?.text === "," || joint?.tag === "CCONJ") &&
      next !== undefined &&
      (next.tag === "DET" || next.tag === "CCONJ" || next.text === "," || joint.tag === "CCONJ") &&
      next.tag !== "ADP";
    if (orders) joined[i] = { ...word, tag: "VERB", lemma: word.lower };
  }
  return joined;
}

/** Whether the noun phrase stands right behind the verb, but for a preposition and a determiner. */
function isObjectOf(verb: Phrase | undefined, noun: Phrase, words: readonly Word[]): boolean {
  if (verb?.kind !== "verb" || noun.kind !== "noun" || noun.start - verb.end > 2) return false;
  // "is verified with the store": what follows a passive is who did it, or where.
  const link = words[verb.end];
  return !(
    words[verb.start - 1]?.lemma === "be" &&
    link?.tag === "ADP" &&
    /^(?:by|with|from|in|at|against|through|via|on|within)$/.test(link.lower)
  );
}

/** "modules and lessons": a noun behind a noun, with nothing but the joint between them. */
function isJoined(
  words: readonly Word[],
  first: Phrase | undefined,
  second: Phrase | undefined,
): boolean {
  if (first?.kind !== "noun" || second?.kind !== "noun") return false;
  const between = words.slice(first.end, second.start);
  return (
    between.length > 0 &&
    between.every(({ tag, text }) => tag === "CCONJ" || tag === "DET" || text === ",") &&
    between.some(({ tag, text }) => tag === "CCONJ" || text === ",")
  );
}

/** A name behind a preposition: "in Norway", "from the App Store". */
function isProperName(words: readonly Word[], { start, words: own }: Phrase): boolean {
  const before = words[words[start - 1]?.tag === "DET" ? start - 2 : start - 1];
  return before?.tag === "ADP" && own.every(({ text }) => /^\p{Lu}[\p{L}'’-]+$/u.test(text));
}

/** "Customers can …", "allow customers to …", "customers browse …". */
function acts(words: readonly Word[], phrase: Phrase): boolean {
  const next = words[phrase.end];
  if (next === undefined) return false;
  if (next.tag === "AUX" || next.tag === "VERB") return true;
  const before = words[phrase.start - 1];
  return (
    next.lower === "to" &&
    (before?.tag === "VERB" || before?.tag === "DET" || before?.tag === "NOUN")
  );
}

function lemmaOf(words: readonly Word[]): string {
  return words
    .filter((word) => word.tag !== "ADV")
    .map((word, i) => (i === 0 ? word.lemma : word.lower))
    .join(" ");
}

function surface(words: readonly Word[]): string {
  return words.map((word, i) => (i > 0 && word.spaced ? " " : "") + word.text).join("");
}
