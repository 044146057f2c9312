/** One line of SQL and the element of the Design that it is about. */
export interface SqlLine {
  readonly text: string;
  readonly subject: string;
}

/** One statement, from its first line to its semicolon. */
export type SqlStatement = readonly SqlLine[];

/** A statement that is about one element; the text may have several lines. */
export function statement(subject: string, text: string): SqlStatement {
  return text.split("\n").map((line) => ({ text: line, subject }));
}
