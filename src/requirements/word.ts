/** The universal part-of-speech tags (universaldependencies.org/u/pos). */
export type WordTag =
  | "ADJ"
  | "ADP"
  | "ADV"
  | "AUX"
  | "CCONJ"
  | "DET"
  | "INTJ"
  | "NOUN"
  | "NUM"
  | "PART"
  | "PRON"
  | "PROPN"
  | "PUNCT"
  | "SCONJ"
  | "SPACE"
  | "SYM"
  | "VERB"
  | "X";

/** A token of a text with its part of speech. */
export interface Word {
  readonly text: string;
  readonly lower: string;
  /** Base form, lower case. */
  readonly lemma: string;
  readonly tag: WordTag;
  /** Whether white space stands before it in the text. */
  readonly spaced: boolean;
}
