import type { Cell } from "./block.ts";
import type { SourceSpan } from "./requirement.ts";
import type { SectionRole } from "./section-role.ts";

/** A candidate for a requirement, with what its place in the document says about it. */
export interface Statement {
  readonly form: "story" | "item" | "row" | "sentence" | "endpoint" | "titled";
  /** White space folded, marks and own id removed. */
  readonly text: string;
  readonly lead?: string;
  readonly codes: readonly string[];
  readonly ownId?: string;
  readonly title?: string;
  readonly source: SourceSpan;
  readonly headings: readonly string[];
  /** Lines that introduce it, outermost first. */
  readonly intro: readonly string[];
  readonly cells: readonly Cell[];
  readonly role: SectionRole;
}
