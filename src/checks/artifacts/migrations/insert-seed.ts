import { columnName } from "../../../sql/check-expression.ts";
import type { Dialect } from "../../../sql/dialects/dialect.ts";
import type { RelationalModel, Table } from "../../../sql/relational-model.ts";
import type { Database } from "../../../engines/database.ts";
import type { SeedRow, SeedValue } from "./seed-row.ts";
import type { Seed } from "./seed-rows.ts";

/** What could not be stored. */
export interface RefusedRow {
  readonly table: Table | undefined;
  readonly reason: string;
}

/**
 * Stores the rows inside an open transaction. Foreign keys wait until all rows are there, so that
 * tables may need each other in a circle.
 */
export async function insertSeed(
  database: Database,
  dialect: Dialect,
  model: RelationalModel,
  seed: Seed,
): Promise<RefusedRow | undefined> {
  const quote = dialect.identifier;
  for (const table of model.tables) {
    const alter = `ALTER TABLE ${quote(table.name)}`;
    const waiting = table.foreignKeys.map(({ name }) => {
      return `${alter} ALTER CONSTRAINT ${quote(name)} DEFERRABLE INITIALLY DEFERRED`;
    });
    if (waiting.length > 0) await database.run(waiting.join("; "));
  }
  for (const table of model.tables) {
    const rows = (seed.rows.get(table.id) ?? []).map((row) => insertRow(dialect, table, row));
    const result = await database.run(rows.join("; "));
    if ("failure" in result) return { table, reason: result.failure.message };
  }
  const result = await database.run("SET CONSTRAINTS ALL IMMEDIATE");
  return "failure" in result ? { table: undefined, reason: result.failure.message } : undefined;
}

/** A value as SQL, in the way the dialect writes a default of that column. */
export function seedLiteral(
  dialect: Dialect,
  table: Table,
  columnId: string,
  value: SeedValue,
): string {
  const column = table.columns.find(({ id }) => id === columnId);
  const literal = column && dialect.defaultValue({ ...column, default: value });
  return literal ?? dialect.literal(String(value));
}

/** `INSERT` of one row with the values of the seed. */
export function insertRow(dialect: Dialect, table: Table, row: SeedRow): string {
  const ids = Object.keys(row);
  const columns = ids.map((id) => dialect.identifier(columnName(table, id))).join(", ");
  const values = ids.map((id) => seedLiteral(dialect, table, id, row[id] ?? "")).join(", ");
  return `INSERT INTO ${dialect.identifier(table.name)} (${columns}) VALUES (${values})`;
}
