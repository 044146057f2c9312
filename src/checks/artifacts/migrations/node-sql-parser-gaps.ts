/** A construct of PostgreSQL's grammar that node-sql-parser does not understand. */
export interface ParserGap {
  readonly construct: string;
  /** Whether a statement contains it. */
  readonly pattern: RegExp;
  /** The smallest statements that contain it; a test fails when the parser accepts one. */
  readonly examples: readonly string[];
}

/** Words that PostgreSQL takes as plain names and node-sql-parser 5.4 does not. */
const WORDS = [
  "add",
  "alter",
  "at",
  "by",
  "call",
  "delete",
  "drop",
  "explain",
  "global",
  "insert",
  "local",
  "nulls",
  "partition",
  "persist",
  "recursive",
  "rename",
  "session",
  "set",
  "show",
  "truncate",
  "update",
];

/**
 * What is known to be missing in node-sql-parser 5.4.0. A statement that it cannot read is no
 * finding when it contains one of these, and only then.
 */
export const nodeSqlParserGaps: readonly ParserGap[] = [
  {
    construct: "a name that is a word of SQL without being reserved in PostgreSQL",
    pattern: new RegExp(
      `(?:^ {2}|[(] ?|, |TABLE |INDEX |ON |REFERENCES |AND |CHECK \\()(?:${WORDS.join("|")})(?= |,|\\)|$)`,
      "m",
    ),
    examples: WORDS.map((word) => `CREATE TABLE a (${word} integer)`),
  },
];
