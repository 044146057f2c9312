/** Something that parses and still must not be rendered. */
export interface LintProblem {
  readonly kind: "unsafe" | "reserved" | "class" | "empty" | "large";
  /** What it is, as the end of a sentence. */
  readonly what: string;
  /** From 1. */
  readonly line: number;
}

/** A line of the diagram's body: front matter, comments and blank lines are left out. */
export interface DiagramLine {
  readonly text: string;
  /** From 1. */
  readonly line: number;
}
