import { glueWords } from "./glue-words.ts";
import { repairTags } from "./repair-tags.ts";
import type { Word, WordTag } from "./word.ts";

/** The sentences of an English text as tagged words. */
export type Tagger = (text: string) => readonly (readonly Word[])[];

/** The part of wink-nlp that is used; its model package ships no types. */
interface Nlp {
  readonly its: Readonly<Record<"lemma" | "pos" | "precedingSpaces", unknown>>;
  readDoc(text: string): { sentences(): Collection<{ tokens(): Collection<Token> }> };
}

interface Collection<T> {
  each(visit: (item: T) => void): void;
}

interface Token {
  out(property?: unknown): unknown;
}

let shared: Promise<Tagger> | undefined;

/** The part-of-speech tagger: wink-nlp with its small web model, loaded once. Deterministic. */
export function loadTagger(): Promise<Tagger> {
  shared ??= createTagger();
  return shared;
}

async function createTagger(): Promise<Tagger> {
  const { default: wink } = await import("wink-nlp");
  const { default: model } = await import("wink-eng-lite-web-model");
  const nlp: Nlp = wink(model, ["sbd", "pos"]);
  const { its } = nlp;

  return function tag(text) {
    const sentences: (readonly Word[])[] = [];
    nlp
      .readDoc(text)
      .sentences()
      .each((sentence) => {
        const words: Word[] = [];
        sentence.tokens().each((token) => {
          const surface = String(token.out());
          words.push({
            text: surface,
            lower: surface.toLowerCase(),
            lemma: String(token.out(its.lemma)).toLowerCase(),
            tag: String(token.out(its.pos)) as WordTag,
            spaced: String(token.out(its.precedingSpaces)) !== "",
          });
        });
        sentences.push(repairTags(glueWords(words)));
      });
    return sentences;
  };
}
