import type { Word, WordTag } from "./word.ts";

/** Words that the tagger takes for verbs and that link phrases like a preposition. */
const LINKS = new Set(["including", "regarding", "concerning", "according", "excluding"]);
const MODALS = new Set([
  "can",
  "could",
  "may",
  "might",
  "must",
  "shall",
  "should",
  "will",
  "would",
]);
const NOMINAL = new Set<WordTag>(["NOUN", "PROPN"]);

/** Corrects the tags that the context shows to be wrong. */
export function repairTags(words: readonly Word[]): readonly Word[] {
  const repaired = [...words];
  for (let i = 0; i < repaired.length; i++) {
    const word = repaired[i];
    if (word === undefined) continue;
    const tag = repairedTag(repaired, i, word);
    if (tag !== word.tag) repaired[i] = { ...word, tag };
  }
  return repaired;
}

function repairedTag(words: readonly Word[], i: number, word: Word): WordTag {
  const previous = words[i - 1];
  const next = words[i + 1];
  if (LINKS.has(word.lower)) return "ADP";
  if (word.lower === "as" || word.lower === "such") return "ADP";
  if (word.tag === "PROPN" && word.lower === "i") return "PRON";
  if (isInfinitiveMark(words, i - 1) && canBeVerb(word, next)) return "VERB";
  if (
    previous !== undefined &&
    MODALS.has(previous.lower) &&
    (word.tag === "NOUN" || word.tag === "ADJ")
  ) {
    return "VERB";
  }
  if (word.tag === "AUX" && /^(have|has|had)$/.test(word.lower) && startsNoun(next)) return "VERB";
  if (
    word.tag === "AUX" &&
    /^(do|does|did)$/.test(word.lower) &&
    startsNoun(next) &&
    next?.tag !== "PRON"
  ) {
    return "VERB";
  }
  // "raises an alert when": nothing is left that it could say something of.
  if (
    word.tag === "ADJ" &&
    /^an?$/.test(previous?.lower ?? "") &&
    /^(?:alert|patient|individual|official|professional|representative|executive|objective|potential|variable|deposit|manual|draft|medical)$/.test(
      word.lower,
    ) &&
    (next === undefined ||
      ["PUNCT", "SCONJ", "ADP", "AUX", "VERB", "PART", "CCONJ", "ADV"].includes(next.tag))
  )
    return "NOUN";
  // "acknowledge alerts": of two verbs the second cannot be in the third person.
  if (
    word.tag === "VERB" &&
    previous?.tag === "VERB" &&
    /[^s]s$/.test(word.lower) &&
    !/^(?:is|has|was|does)$/.test(word.lower)
  )
    return "NOUN";
  if (word.tag === "VERB") return repairedVerb(words, i, word);
  return word.tag;
}

function repairedVerb(words: readonly Word[], i: number, word: Word): WordTag {
  const previous = words[i - 1];
  const next = words[i + 1];
  if (previous === undefined) return "VERB";
  const nounFollows = next !== undefined && (NOMINAL.has(next.tag) || next.tag === "ADJ");
  const participle = /(ed|ing|en)$/.test(word.lower);
  const modified = previous.tag === "DET" || previous.tag === "ADJ" || isPossessive(previous);
  if (modified && !/^(that|this|these|those|all|which|what|both|able)$/.test(previous.lower)) {
    return nounFollows && participle ? "ADJ" : "NOUN";
  }
  if (previous.tag === "VERB" && nounFollows && word.lower.endsWith("ed")) return "ADJ";
  const base = word.lemma === word.lower;
  const singular = NOMINAL.has(previous.tag) && !previous.lower.endsWith("s");
  if (base && singular && !participle && !precededBySubject(words, i - 1)) return "NOUN";
  if (
    base &&
    previous.text === "," &&
    nounFollows &&
    NOMINAL.has(words[i - 2]?.tag ?? "X") &&
    !/[,]/.test(next?.text ?? "")
  ) {
    return listsNouns(words, i - 2) ? "NOUN" : "VERB";
  }
  return "VERB";
}

/** "to" or "to quickly": what follows is an infinitive. */
function isInfinitiveMark(words: readonly Word[], i: number): boolean {
  const word = words[i];
  if (word === undefined) return false;
  if (word.tag === "ADV" && word.lower.endsWith("ly")) return isInfinitiveMark(words, i - 1);
  if (word.lower !== "to") return false;
  const before = words[i - 1]?.lower;
  return (
    before !== undefined &&
    /^(want|wants|able|need|needs|like|wish|unable|try|order|how)$/.test(before)
  );
}

function canBeVerb(word: Word, next: Word | undefined): boolean {
  if (word.tag === "AUX" && /^have|do$/.test(word.lower)) return startsNoun(next);
  return (
    word.tag === "NOUN" ||
    word.tag === "ADJ" ||
    word.tag === "PROPN" ||
    word.tag === "VERB" ||
    word.tag === "X"
  );
}

function startsNoun(word: Word | undefined): boolean {
  return word !== undefined && ["DET", "ADJ", "NOUN", "PROPN", "NUM", "PRON"].includes(word.tag);
}

function isPossessive(word: Word): boolean {
  return /^(my|your|his|its|our|their|'s|’s)$/.test(word.lower);
}

/** Whether a plain singular noun is the subject of an "I", "we" or "they" clause. */
function precededBySubject(words: readonly Word[], i: number): boolean {
  const before = words[i - 1];
  return before?.tag === "PRON" && !isPossessive(before);
}

function listsNouns(words: readonly Word[], i: number): boolean {
  const before = words[i - 1];
  return before === undefined || before.tag !== "VERB";
}
