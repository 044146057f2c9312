/** What a statement asks for. */
export type RequirementKind = "functional" | "quality" | "constraint";

/** How binding a statement is: RFC 2119 words, or the MoSCoW heading above it. */
export type RequirementPriority = "must" | "should" | "could";

/** Where a statement stands in the input. Lines count from 1. */
export interface SourceSpan {
  readonly path: string;
  readonly line: number;
  readonly endLine: number;
}

/** One statement of the requirements, as read: nothing invented, nothing dropped. */
export interface Requirement {
  /** The document's own id as a kebab-case id, or one derived from heading and content. */
  readonly id: string;
  /** Short title: the heading or the first words. */
  readonly name: string;
  readonly kind: RequirementKind;
  /** The statement, whitespace folded, Markdown marks removed. */
  readonly text: string;
  readonly priority: RequirementPriority;
  readonly source: SourceSpan;
  /** The headings above it, outermost first. */
  readonly headings: readonly string[];
  /** Whether the document names it as something that is not to be built. */
  readonly outOfScope: boolean;
}
