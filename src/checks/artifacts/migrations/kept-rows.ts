import type { Database } from "../../../engines/database.ts";
import { queryRows } from "../../../engines/database.ts";
import type { OnlineDialect } from "../../../sql/online/online-dialect.ts";
import { isLossless } from "../../../sql/online/is-lossless.ts";
import { matchById } from "../../../sql/match-by-id.ts";
import { matchTables } from "../../../sql/match-tables.ts";
import type { Column, RelationalModel, Table } from "../../../sql/relational-model.ts";

/** The values of a table that a change has to keep, one text for each row. */
export interface KeptTable {
  readonly before: Table;
  readonly after: Table;
  readonly columns: readonly { readonly before: Column; readonly after: Column }[];
  readonly rows: readonly string[];
  /** The engine's own number of the table, which no rename changes. */
  readonly oid: string;
}

/**
 * Reads what has to be the same after a change, as it is to be read then. Left out are columns that
 * go, that are filled where they had no value, that are computed, and whose new type cannot hold
 * every value: of those a check before the migration speaks.
 */
export async function readKept(
  database: Database,
  dialect: OnlineDialect,
  before: RelationalModel,
  after: RelationalModel,
): Promise<readonly KeptTable[]> {
  const kept: KeptTable[] = [];
  for (const pair of matchTables(before.tables, after.tables).kept) {
    const columns = matchById(pair.before.columns, pair.after.columns, ({ id }) => id).kept.filter(
      (column) =>
        column.before.generated === undefined &&
        column.after.generated === undefined &&
        !(column.before.nullable && !column.after.nullable) &&
        isLossless(column.before.type, column.after.type),
    );
    const expressions = columns.map((column) => {
      const name = dialect.identifier(column.before.name);
      const value = dialect.convert(name, column.before, column.after);
      return `CAST(CAST(${value} AS ${dialect.typeName(column.after.type)}) AS text)`;
    });
    const rows = await read(database, dialect, pair.before, expressions);
    const own = dialect.literal(dialect.identifier(pair.before.name));
    const [found] = await queryRows(database, `SELECT ${own}::regclass::oid::text AS oid`);
    kept.push({ ...pair, columns, rows, oid: String(found?.["oid"]) });
  }
  return kept;
}

/** The first row that is not there any more as it was. */
export async function findLost(
  database: Database,
  dialect: OnlineDialect,
  kept: readonly KeptTable[],
  side: "before" | "after",
): Promise<{ readonly table: Table; readonly row: string } | undefined> {
  for (const item of kept) {
    const table = item[side];
    const expressions = item.columns.map((column) => {
      return `CAST(${dialect.identifier(column[side].name)} AS text)`;
    });
    const left = new Map<string, number>();
    for (const row of await read(database, dialect, table, expressions)) {
      left.set(row, (left.get(row) ?? 0) + 1);
    }
    for (const row of item.rows) {
      const count = left.get(row) ?? 0;
      if (count === 0) return { table, row };
      left.set(row, count - 1);
    }
  }
  return undefined;
}

/** Those whose table is not empty, whatever it is called at the moment. */
export async function withoutEmptied(
  database: Database,
  kept: readonly KeptTable[],
): Promise<readonly KeptTable[]> {
  const left: KeptTable[] = [];
  for (const item of kept) {
    const [found] = await queryRows(
      database,
      `SELECT oid::regclass::text AS name FROM pg_class WHERE oid = ${item.oid}`,
    );
    if (found === undefined) continue;
    const rows = await queryRows(database, `SELECT 1 FROM ${String(found["name"])} LIMIT 1`);
    if (rows.length > 0) left.push(item);
  }
  return left;
}

async function read(
  database: Database,
  dialect: OnlineDialect,
  { name }: Table,
  expressions: readonly string[],
): Promise<readonly string[]> {
  const list = expressions.map((expression, index) => `${expression} AS c${index}`);
  const rows = await queryRows(
    database,
    `SELECT ${["1 AS row", ...list].join(", ")} FROM ${dialect.identifier(name)}`,
  );
  return rows.map((row) => JSON.stringify(expressions.map((_, index) => row[`c${index}`] ?? null)));
}
