/** A construct of PostgreSQL's grammar that node-sql-parser does not understand. */
export interface ParserGap {
  readonly construct: string;
  /** Whether a statement contains it. */
  readonly pattern: RegExp;
  /** The smallest statements that contain it; a test fails when the parser accepts one. */
  readonly examples: readonly string[];
  /** A Design may be full of it, so what contains it says nothing about how well is read. */
  readonly isFrequent?: true;
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
  {
    construct: "a generated column",
    pattern: /^ {2}\S.* GENERATED ALWAYS AS \(.*\) STORED/m,
    examples: ["CREATE TABLE a (\n  b integer GENERATED ALWAYS AS (c) STORED)"],
    isFrequent: true,
  },
  {
    construct: "a foreign key of which only some columns lose their value",
    pattern: /ON DELETE SET NULL \(/,
    examples: [
      "CREATE TABLE a (b integer, CONSTRAINT c FOREIGN KEY (b) REFERENCES d (e) ON DELETE SET NULL (b))",
    ],
    isFrequent: true,
  },
  {
    construct: "a partition",
    pattern: /^CREATE TABLE \S+ PARTITION OF /,
    examples: ["CREATE TABLE a PARTITION OF b DEFAULT"],
    isFrequent: true,
  },
];
