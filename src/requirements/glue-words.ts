import type { Word } from "./word.ts";

const JOINT = /^[-–‑_.&'’]$/;
const WORDLIKE = /[\p{L}\p{N}]$/u;
const STARTS_WORDLIKE = /^[\p{L}\p{N}]/u;

/**
 * Joins what the tokenizer split inside one written word: `drop-offs`, `cloud.gov`, `language(s)`. A joined word keeps the part of speech of its last part.
 */
export function glueWords(words: readonly Word[]): readonly Word[] {
  const glued: Word[] = [];
  for (let i = 0; i < words.length; i++) {
    const word = words[i];
    const last = glued.at(-1);
    if (word === undefined) continue;
    if (last !== undefined && !word.spaced && WORDLIKE.test(last.text)) {
      const next = words[i + 1];
      if (
        JOINT.test(word.text) &&
        next !== undefined &&
        !next.spaced &&
        STARTS_WORDLIKE.test(next.text)
      ) {
        glued[glued.length - 1] = join(last, word, next);
        i++;
        continue;
      }
      const close = words[i + 2];
      if (word.text === "(" && next?.lower === "s" && close?.text === ")" && !close.spaced) {
        glued[glued.length - 1] = { ...last, text: `${last.text}(s)`, lower: `${last.lower}(s)` };
        i += 2;
        continue;
      }
    }
    glued.push(word);
  }
  return glued;
}

function join(first: Word, joint: Word, second: Word): Word {
  const nominal = second.tag === "NOUN" || second.tag === "PROPN" || second.tag === "ADJ";
  const tag = nominal
    ? second.tag
    : first.tag === "VERB" && second.tag === "VERB"
      ? "VERB"
      : "NOUN";
  return {
    text: first.text + joint.text + second.text,
    lower: first.lower + joint.text + second.lower,
    lemma: first.lower + joint.text + second.lemma,
    tag,
    spaced: first.spaced,
  };
}
