import type { Diagnostic } from "../../../diagnostics/diagnostic.ts";
import type { Database } from "../../../engines/database.ts";
import { consistencyChecks } from "../../../sql/consistency-checks.ts";
import type { AlteringDialect } from "../../../sql/dialects/dialect.ts";
import type { RelationalModel } from "../../../sql/relational-model.ts";
import { breakRow, postgresqlRows } from "./break-rows.ts";
import { proveSight } from "./prove-sight.ts";
import type { ParsedQuery } from "./read-queries.ts";
import type { Seed } from "./seed-rows.ts";

/**
 * Proves the checks before a migration: each returns exactly the one row that is made bad for it.
 * They are silent already. `after` is the new schema, once its names are those of the database. Leaves
 * nothing behind.
 */
export async function proveGates(
  database: Database,
  dialect: AlteringDialect,
  after: RelationalModel | undefined,
  queries: readonly ParsedQuery[],
  seed: Seed,
): Promise<readonly Diagnostic[]> {
  if (queries.length === 0) return [];
  const found: Diagnostic[] = [];
  await database.run("BEGIN");
  for (const query of queries) {
    const ways = await waysToBreak(database, dialect, after, query, seed);
    for (const alternatives of ways) {
      found.push(...(await proveSight(database, query, alternatives)));
    }
  }
  await database.run("ROLLBACK");
  return found;
}

async function waysToBreak(
  database: Database,
  dialect: AlteringDialect,
  after: RelationalModel | undefined,
  { id, subject, statement }: ParsedQuery,
  seed: Seed,
): Promise<readonly (readonly string[])[]> {
  const [, name = ""] = /^FROM (\S+) AS t$/m.exec(statement.text) ?? [];
  const rows = await database.run(`SELECT 1 FROM ${name} LIMIT 1`);
  if ("failure" in rows || rows.rows.length === 0) return [];
  const free = freeTable(dialect, name);
  if (/\.(?:missing|left_out)(?:_\d+)?$/.test(id)) {
    // The column that has to have a value is the one that is looked at last.
    const column = statement.text
      .matchAll(/\bt\.("(?:[^"]|"")+"|\w+) IS NULL/g)
      .toArray()
      .at(-1)?.[1];
    if (column === undefined) return [];
    const given = /\bt\.("(?:[^"]|"")+"|\w+) IS NOT NULL/.exec(statement.text)?.[1];
    const where = given === undefined ? "" : ` WHERE ${given} IS NOT NULL`;
    // Each partition counts its rows for itself.
    const row = `(SELECT tableoid, ctid FROM ${name}${where} ORDER BY tableoid, ctid LIMIT 1)`;
    return [[`${free};\nUPDATE ${name} SET ${column} = NULL WHERE (tableoid, ctid) = ${row}`]];
  }
  const [, other] = /\(SELECT 1 FROM (\S+) AS o /.exec(statement.text) ?? [];
  if (id.endsWith(".not_carried") && other !== undefined) {
    const row = `(SELECT tableoid, ctid FROM ${other} ORDER BY tableoid, ctid LIMIT 1)`;
    return [
      [
        `SET LOCAL session_replication_role = replica;\nDELETE FROM ${other} WHERE (tableoid, ctid) = ${row}`,
      ],
    ];
  }
  if (after === undefined) return [];
  // Rows without a value are no duplicates of each other, and the first row is the one to be doubled.
  if (kindOf(id) === "duplicate") {
    const given = statement.text.matchAll(/\bt\.(?:"(?:[^"]|"")+"|\w+) IS NOT NULL/g).toArray();
    const all = given.map(([condition]) => condition).join(" AND ");
    const rest = await database.run(`SELECT 1 FROM ${name} AS t WHERE NOT (${all}) LIMIT 1`);
    if ("failure" in rest || rest.rows.length > 0) return [];
  }
  for (const table of after.tables) {
    if (dialect.identifier(table.name) !== name) continue;
    for (const check of consistencyChecks(dialect, after, table)) {
      if (check.subject !== subject || kindOf(check.id) !== kindOf(id)) continue;
      const ways = breakRow(dialect, check, seed, postgresqlRows(dialect));
      return ways.map((alternatives) => alternatives.map((sql) => `${free};\n${sql}`));
    }
  }
  return [];
}

function kindOf(id: string): string {
  return /\.([a-z]+)(?:_\d+)?$/.exec(id)?.[1] ?? "";
}

/** Takes away everything that would refuse a bad row, triggers too. For a transaction only. */
function freeTable(dialect: AlteringDialect, name: string): string {
  const table = dialect.literal(name);
  return [
    "SET LOCAL session_replication_role = replica",
    `DO $free$
DECLARE part record;
BEGIN
  FOR part IN SELECT conname FROM pg_constraint WHERE conrelid = ${table}::regclass AND contype IN ('c', 'u', 'p', 'f') LOOP
    EXECUTE format('ALTER TABLE ${name.replaceAll("'", "''")} DROP CONSTRAINT IF EXISTS %I CASCADE', part.conname);
  END LOOP;
  FOR part IN SELECT indexrelid::regclass AS name FROM pg_index WHERE indrelid = ${table}::regclass AND indisunique LOOP
    EXECUTE format('DROP INDEX %s', part.name);
  END LOOP;
  FOR part IN SELECT attname FROM pg_attribute WHERE attrelid = ${table}::regclass AND attnum > 0 AND attnotnull AND NOT attisdropped LOOP
    EXECUTE format('ALTER TABLE ${name.replaceAll("'", "''")} ALTER COLUMN %I DROP NOT NULL', part.attname);
  END LOOP;
END
$free$`,
  ].join(";\n");
}
