import type { DatabaseEngine } from "../../../design/database-engine.ts";

/** A construct of an engine's grammar that node-sql-parser does not understand. */
export interface ParserGap {
  readonly engines: readonly DatabaseEngine[];
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
    engines: ["postgresql"],
    construct: "a name that is a word of SQL without being reserved in PostgreSQL",
    pattern: new RegExp(
      `(?:^ {2}|[(] ?|, |TABLE |INDEX |ON |REFERENCES |AND |CHECK \\()(?:${WORDS.join("|")})(?= |,|\\)|$)`,
      "m",
    ),
    examples: WORDS.map((word) => `CREATE TABLE a (${word} integer)`),
  },
  {
    engines: ["postgresql"],
    construct: "an index of a partitioned table without those of its partitions",
    pattern: /^CREATE (?:UNIQUE )?INDEX \S+ ON ONLY /m,
    examples: ["CREATE INDEX a ON ONLY b (c)"],
  },
  {
    engines: ["postgresql"],
    construct: "a generated column",
    pattern: /^ {2}\S.* GENERATED ALWAYS AS \(.*\) STORED/m,
    examples: ["CREATE TABLE a (\n  b integer GENERATED ALWAYS AS (c) STORED)"],
    isFrequent: true,
  },
  {
    engines: ["postgresql"],
    construct: "a foreign key of which only some columns lose their value",
    pattern: /ON DELETE SET NULL \(/,
    examples: [
      "CREATE TABLE a (b integer, CONSTRAINT c FOREIGN KEY (b) REFERENCES d (e) ON DELETE SET NULL (b))",
    ],
    isFrequent: true,
  },
  {
    engines: ["postgresql"],
    construct: "a partition",
    pattern: /^CREATE TABLE \S+ PARTITION OF /,
    examples: ["CREATE TABLE a PARTITION OF b DEFAULT"],
    isFrequent: true,
  },
  {
    engines: ["mysql", "mariadb"],
    construct: "the character set of a connection",
    pattern: /^SET NAMES /,
    examples: ["SET NAMES utf8mb4"],
    isFrequent: true,
  },
  {
    engines: ["mysql"],
    construct: "a variable that goes back to its default",
    pattern: /^SET SESSION \w+ = DEFAULT$/,
    examples: ["SET SESSION lock_wait_timeout = DEFAULT"],
    isFrequent: true,
  },
  {
    engines: ["mysql", "mariadb"],
    construct: "DROP CONSTRAINT of a name in quotes",
    pattern: /\bDROP CONSTRAINT `/,
    examples: ["ALTER TABLE `a` DROP CONSTRAINT `a_check`"],
    isFrequent: true,
  },
  {
    engines: ["sqlite"],
    construct: "PRAGMA and transactions",
    pattern: /^(?:PRAGMA |BEGIN|COMMIT)/,
    examples: ["PRAGMA foreign_keys = OFF", "BEGIN IMMEDIATE", "COMMIT"],
    isFrequent: true,
  },
  {
    engines: ["sqlite"],
    construct: "a generated column that joins columns in quotes",
    pattern: /GENERATED ALWAYS AS \((?=[^\n]*")[^\n]*\|\|/,
    examples: ["CREATE TABLE a (\n  b text GENERATED ALWAYS AS (\"c\" || ' ' || d) STORED)"],
  },
  {
    engines: ["sqlite"],
    construct: "DROP INDEX without its table",
    pattern: /^DROP INDEX /,
    examples: ["DROP INDEX a_idx"],
    isFrequent: true,
  },
  {
    engines: ["mariadb"],
    construct: "an algorithm of MariaDB's own",
    pattern: /^ {2}ALGORITHM=NOCOPY, LOCK=NONE$/m,
    examples: ["ALTER TABLE `a`\n  ADD INDEX `b` (`c`),\n  ALGORITHM=NOCOPY, LOCK=NONE"],
    isFrequent: true,
  },
  {
    engines: ["mysql", "mariadb"],
    construct: "RENAME INDEX",
    pattern: /\bRENAME INDEX /,
    examples: ["ALTER TABLE `a` RENAME INDEX `b` TO `c`"],
    isFrequent: true,
  },
  {
    engines: ["mariadb"],
    construct: "a constraint that is added to a table",
    pattern: /^ALTER TABLE [\s\S]*\bADD CONSTRAINT `/,
    examples: ["ALTER TABLE `a` ADD CONSTRAINT `b` UNIQUE (`c`)"],
    isFrequent: true,
  },
  {
    engines: ["mysql", "mariadb"],
    construct: "a trigger",
    pattern: /^CREATE TRIGGER /,
    examples: [
      "CREATE TRIGGER `a` AFTER UPDATE ON `b` FOR EACH ROW INSERT INTO `c` (`d`) VALUES (1)",
    ],
    isFrequent: true,
  },
  {
    engines: ["sqlite"],
    construct: "DROP TRIGGER",
    pattern: /^DROP TRIGGER /,
    examples: ["DROP TRIGGER a"],
    isFrequent: true,
  },
];
