import type { Severity } from "./severity.ts";

/** A place in an artifact: a JSON Pointer into a structured document, or a line (from 1). */
export type Locator =
  | { readonly pointer: string }
  | { readonly line: number; readonly column?: number };

/** A place in a file: of the package, of the requirements or of a hand-edited design. */
export interface ArtifactLocation {
  readonly path: string;
  readonly locator?: Locator;
}

/**
 * One finding about an element of the Design. A person reads it in the terminal, CI as an
 * annotation, and the model as the text of the next prompt.
 */
export interface Diagnostic {
  /** `family/name`, declared once; `groundplan explain <code>` shows its page. */
  readonly code: string;
  readonly severity: Severity;
  /** One sentence: what is wrong, with the names of what is meant. */
  readonly message: string;
  /** The element it is about, e.g. `orders/entity/order/field/total`; `package` for the whole. */
  readonly subject: string;
  /** JSON Pointer inside the subject. */
  readonly pointer?: string;
  /** Id of the requirement it concerns. */
  readonly requirement?: string;
  readonly artifact?: ArtifactLocation;
  /** What to do about it, as an instruction. */
  readonly fix?: string;
  /** Other subjects that take part. */
  readonly related?: readonly string[];
}

/** A value together with what was found on the way; no value where it could not be made. */
export interface Outcome<T> {
  readonly value?: T;
  readonly diagnostics: readonly Diagnostic[];
}
