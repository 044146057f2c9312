import type { SourceSpan } from "./requirement.ts";

/** A cell of a table row under its column title. */
export interface Cell {
  readonly column: string;
  readonly text: string;
  /** Inline code inside, without the marks. */
  readonly codes: readonly string[];
}

interface Placed {
  readonly source: SourceSpan;
  /** Headings above, outermost first; a paragraph in bold alone counts as one. */
  readonly headings: readonly string[];
}

/** Running text: a paragraph, a list item or a heading. */
export interface TextBlock extends Placed {
  readonly kind: "heading" | "paragraph" | "item";
  readonly text: string;
  /** The text in bold or code that it begins with: `**Product**: …`. */
  readonly lead?: string;
  readonly codes: readonly string[];
  /** For an item: the lines that introduce it (paragraph before the list, items around it). */
  readonly intro: readonly string[];
  /** For an item: whether a list is nested in it. */
  readonly hasChildren: boolean;
}

export interface RowBlock extends Placed {
  readonly kind: "row";
  readonly cells: readonly Cell[];
}

export interface CodeBlock extends Placed {
  readonly kind: "code";
  readonly text: string;
  readonly language: string;
}

/** A piece of a document in reading order. */
export type Block = TextBlock | RowBlock | CodeBlock;
