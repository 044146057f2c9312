/** Relational engines that SQL can be written for, most frequent first. */
export const databaseEngines = ["postgresql", "mysql", "mariadb", "sqlite"] as const;

export type DatabaseEngine = (typeof databaseEngines)[number];

/** Products speak the language of an engine under another name: MariaDB before MySQL. */
const SIGNS: readonly (readonly [DatabaseEngine, RegExp])[] = [
  ["postgresql", /\b(?:postgres(?:ql)?|pglite|timescaledb?|neon|supabase|alloydb)\b/i],
  ["mariadb", /\bmariadb\b/i],
  ["mysql", /\b(?:mysql|percona)\b/i],
  ["sqlite", /\b(?:sqlite\d?|libsql|turso)\b/i],
];

/** The engine that a text names (`PostgreSQL 16`, `Amazon Aurora MySQL`); none where it does not. */
export function databaseEngineOf(text: string): DatabaseEngine | undefined {
  return SIGNS.find(([, sign]) => sign.test(text))?.[0];
}
