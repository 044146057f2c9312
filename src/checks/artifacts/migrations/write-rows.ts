import type { Database, SqlFailure } from "../../../engines/database.ts";
import { queryRows } from "../../../engines/database.ts";
import type { Dialect } from "../../../sql/dialects/dialect.ts";
import { orderTables } from "../../../sql/order-tables.ts";
import type { RelationalModel } from "../../../sql/relational-model.ts";
import { insertRow } from "./insert-seed.ts";
import type { Seed } from "./seed-rows.ts";

/** A value that another row has already; of a batch of rows with few possible values, no finding. */
const TAKEN = "23505";

/**
 * Stores rows for good, those with the same number in one transaction, as a service would, and touches
 * those that are there. The first refusal that is more than a value which is taken already.
 */
export async function writeRows(
  database: Database,
  dialect: Dialect,
  model: RelationalModel,
  { numbered }: Seed,
): Promise<SqlFailure | undefined> {
  const { tables, deferred } = orderTables(model.tables);
  const numbers = new Set([...numbered.values()].flatMap((rows) => [...rows.keys()]));
  for (const number of numbers) {
    const inserts = tables.flatMap((table) => {
      const row = numbered.get(table.id)?.get(number);
      return row === undefined ? [] : [insertRow(dialect, table, row)];
    });
    const names = deferred.length === 0 ? [] : await foreignKeysOf(database, dialect);
    const alter = (how: string): string[] => names.map((name) => `${name} ${how}`);
    const result = await database.run(
      [
        "BEGIN",
        ...alter("DEFERRABLE INITIALLY DEFERRED"),
        ...inserts,
        "SET CONSTRAINTS ALL IMMEDIATE",
        ...alter("NOT DEFERRABLE"),
        "COMMIT",
      ].join(";\n"),
    );
    if (!("failure" in result)) continue;
    await database.run("ROLLBACK");
    if (result.failure.code !== TAKEN) return result.failure;
  }
  return touchRows(database, dialect, model);
}

/** Changes nothing, in every row: what a service may do at any time to rows of any age. */
async function touchRows(
  database: Database,
  dialect: Dialect,
  { tables }: RelationalModel,
): Promise<SqlFailure | undefined> {
  const updates = tables.flatMap(({ name, columns }) => {
    const column = columns.find(({ generated }) => generated === undefined);
    if (column === undefined) return [];
    const own = dialect.identifier(column.name);
    return [`UPDATE ${dialect.identifier(name)} SET ${own} = ${own}`];
  });
  const result = await database.run(["BEGIN", ...updates, "COMMIT"].join(";\n"));
  if (!("failure" in result)) return undefined;
  await database.run("ROLLBACK");
  return result.failure;
}

/**
 * Tables that need each other in a circle are filled before their foreign keys are looked at: all of
 * them, since the names may be those of views over renamed tables.
 */
async function foreignKeysOf(database: Database, dialect: Dialect): Promise<readonly string[]> {
  const rows = await queryRows(
    database,
    `SELECT c.relname AS "table", k.conname AS name FROM pg_constraint k
     JOIN pg_class c ON c.oid = k.conrelid
     WHERE k.contype = 'f' AND k.conparentid = 0 AND c.relnamespace = current_schema()::regnamespace`,
  );
  return rows.map(({ table, name }) => {
    const [own, key] = [table, name].map((text) => dialect.identifier(String(text)));
    return `ALTER TABLE ${own} ALTER CONSTRAINT ${key}`;
  });
}
