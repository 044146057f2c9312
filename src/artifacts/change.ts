/** The new content of one file of a package, or its removal. */
export interface Change {
  /** Relative to the root, with `/`. */
  readonly path: string;
  /** Absent: the file is removed. */
  readonly content?: string | Uint8Array | undefined;
}
