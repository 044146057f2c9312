/** One statement with what it is about, for people, and the element of the Design. */
export interface SqlStatement {
  readonly subject: string;
  readonly comment: readonly string[];
  readonly text: string;
}
