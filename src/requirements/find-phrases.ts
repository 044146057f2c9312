import { PARTICLES } from "./particles.ts";
import type { Word } from "./word.ts";

/** A noun or verb phrase of a sentence; `start` and `end` (exclusive) index its words. */
export interface Phrase {
  readonly kind: "noun" | "verb";
  readonly words: readonly Word[];
  readonly start: number;
  readonly end: number;
}

const KEPT_DETERMINERS = new Set([
  "all",
  "any",
  "each",
  "other",
  "every",
  "both",
  "several",
  "multiple",
]);
const NUMBERED = /^#?\d+(\.\d+)*$/;
const WANTS = new Set(["want", "wants", "wanted", "need", "needs", "like", "wish", "would"]);

/**
 * The noun and verb phrases of a tagged sentence in reading order. An adverb beside a verb belongs
 * to it ("clearly stated", "log better"), adjectives and "all", "any", "each" to their noun.
 */
export function findPhrases(words: readonly Word[]): readonly Phrase[] {
  const phrases: Phrase[] = [];
  let i = 0;
  while (i < words.length) {
    const end = nounPhraseEnd(words, i) ?? verbPhraseEnd(words, i);
    const word = words[i];
    if (end === undefined || word === undefined) {
      i++;
      continue;
    }
    const kind = end.kind;
    phrases.push({ kind, words: words.slice(end.start, end.end), start: end.start, end: end.end });
    i = end.end;
  }
  return phrases;
}

interface Extent {
  readonly kind: "noun" | "verb";
  readonly start: number;
  readonly end: number;
}

function nounPhraseEnd(words: readonly Word[], from: number): Extent | undefined {
  const first = words[from];
  if (first === undefined) return undefined;
  let i = from;
  let start = from;
  if (first.tag === "DET") {
    const next = words[from + 1];
    if (next?.tag === "DET") {
      if (!KEPT_DETERMINERS.has(first.lower)) return undefined;
      start = from + 2;
      i = from + 2;
    } else {
      start = KEPT_DETERMINERS.has(first.lower) ? from : from + 1;
      i = from + 1;
    }
  }
  let end = -1;
  let sawAdjective = false;
  for (; i < words.length; i++) {
    const word = words[i];
    if (word === undefined) break;
    if (isNoun(word)) {
      end = i + 1;
    } else if (
      end === i &&
      isGenitive(word) &&
      words[i + 1] !== undefined &&
      startsNominal(words[i + 1])
    ) {
      end = -1;
    } else if (end === i && NUMBERED.test(word.text)) {
      end = i + 1;
      break;
    } else if (end !== i && modifies(words, i)) {
      sawAdjective = sawAdjective || word.tag === "ADJ";
    } else if (
      end === i &&
      (word.tag === "ADJ" || word.tag === "NUM") &&
      isNoun(words[i + 1]) &&
      !endsHead(words, i)
    ) {
      sawAdjective = true;
    } else {
      break;
    }
  }
  if (end <= start || isAdverbial(words, start, end)) return undefined;
  return { kind: "noun", start: trimStart(words, start, end), end };
}

/** "at the same time", "in use", "part of": nouns that name nothing. */
function isAdverbial(words: readonly Word[], start: number, end: number): boolean {
  const last = words[end - 1];
  if (last === undefined) return false;
  if (/^(i['’]m|i)$/i.test(words[start]?.text ?? "")) return true;
  return (
    /^(time|times|second|seconds|use|part|ones|whole)$/.test(last.lower) &&
    (end - start === 1 || words[end - 2]?.tag !== "NOUN")
  );
}

function endsHead(words: readonly Word[], i: number): boolean {
  return (
    words[i]?.tag === "NUM" ||
    /^(available|visible|own|more|such|many|few|other)$/.test(words[i]?.lower ?? "")
  );
}

function modifies(words: readonly Word[], i: number): boolean {
  const word = words[i];
  const next = words[i + 1];
  if (word === undefined || next === undefined) return false;
  if (word.tag === "ADJ" || word.tag === "NUM")
    return /^able|unable$/.test(word.lower)
      ? false
      : startsNominal(next) || joinsAdjectives(words, i + 1);
  if (word.tag === "ADV")
    return (
      /^(more|most|less|least|very|highly|currently|newly|recently|previously)$/.test(word.lower) &&
      (next.tag === "ADJ" || next.tag === "VERB") &&
      isNoun(words[i + 2])
    );
  if (word.tag === "CCONJ" || word.text === ",") return joinsAdjectives(words, i);
  return false;
}

/** "useful and comprehensive statistics": a conjunction between two adjectives of one noun. */
function joinsAdjectives(words: readonly Word[], i: number): boolean {
  const joint = words[i];
  if (joint === undefined || (joint.tag !== "CCONJ" && joint.text !== ",")) return false;
  return words[i - 1]?.tag === "ADJ" && words[i + 1]?.tag === "ADJ" && isNoun(words[i + 2]);
}

function startsNominal(word: Word | undefined): boolean {
  return word !== undefined && (isNoun(word) || word.tag === "ADJ" || word.tag === "NUM");
}

function isNoun(word: Word | undefined): boolean {
  return (
    word !== undefined &&
    (word.tag === "NOUN" || word.tag === "PROPN") &&
    /[\p{L}\p{N}]/u.test(word.text)
  );
}

function isGenitive(word: Word): boolean {
  return /^('s|’s|'|’)$/.test(word.text);
}

/** "own research" names research. */
function trimStart(words: readonly Word[], start: number, end: number): number {
  let at = start;
  while (at < end - 1 && /^(own|same|such)$/.test(words[at]?.lower ?? "")) at++;
  return at;
}

function verbPhraseEnd(words: readonly Word[], from: number): Extent | undefined {
  const first = words[from];
  if (first === undefined) return undefined;
  if (first.tag === "ADV" && first.lower.endsWith("ly") && isAction(words, from + 1)) {
    return { kind: "verb", start: from, end: withParticle(words, from + 2) };
  }
  if (!isAction(words, from)) return undefined;
  return { kind: "verb", start: from, end: withParticle(words, from + 1) };
}

function isAction(words: readonly Word[], i: number): boolean {
  const word = words[i];
  if (word?.tag !== "VERB" || !/^\p{L}/u.test(word.text)) return false;
  const previous = words[i - 1];
  const next = words[i + 1];
  if (WANTS.has(word.lower) && leadsToInfinitive(words, i + 1)) return false;
  if (/^(based|related|assigned)$/.test(word.lower) && isNoun(previous) && next?.tag === "ADP")
    return false;
  if (word.lower.endsWith("ed") && isNoun(previous) && !isClauseVerb(words, i)) return false;
  return true;
}

/** Whether an "-ed" form after a noun is the verb of that clause and not a participle of the noun. */
function isClauseVerb(words: readonly Word[], i: number): boolean {
  const next = words[i + 1];
  return next !== undefined && (next.tag === "DET" || next.tag === "PRON");
}

function leadsToInfinitive(words: readonly Word[], i: number): boolean {
  const word = words[i];
  return (
    word?.lower === "to" ||
    (word?.tag === "PUNCT" && word.text !== "." && words[i + 1]?.lower === "to")
  );
}

function withParticle(words: readonly Word[], end: number): number {
  const verb = words[end - 1];
  const next = words[end];
  if (verb === undefined || next === undefined) return end;
  if (PARTICLES[verb.lemma]?.includes(next.lower)) return end + 1;
  if (/^(begin|start|stop|continue)$/.test(verb.lemma) && next.lower.endsWith("ing"))
    return end + 1;
  if (next.tag === "ADV" && isAdverbOfVerb(next) && closesClause(words[end + 1])) return end + 1;
  return end;
}

function isAdverbOfVerb(word: Word): boolean {
  return (
    word.lower.endsWith("ly") ||
    /^(better|faster|more|online|back|together|again)$/.test(word.lower)
  );
}

function closesClause(word: Word | undefined): boolean {
  return word === undefined || word.tag === "PUNCT" || word.tag === "CCONJ";
}
