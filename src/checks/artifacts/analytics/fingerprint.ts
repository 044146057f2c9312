import type { Clickhouse } from "../../../engines/clickhouse.ts";

/** Number of rows and a hash of their contents, without what is different in every run. */
export function fingerprint(
  engine: Clickhouse,
  table: string,
): { readonly text: string } | { readonly failure: string } {
  const columns = engine.run(
    `SELECT name FROM system.columns
     WHERE concat(database, '.', table) = '${bare(table)}'
       AND NOT match(default_expression, 'now|today|generateUUID')`,
  );
  if ("failure" in columns) return columns;
  const names = columns.rows.map(({ name }) => `\`${String(name)}\``);
  const result = engine.run(
    `SELECT count() AS rows, sum(cityHash64(toString((${[...names, "0", "0"].join(", ")})))) AS sum FROM ${table} FINAL`,
  );
  if ("failure" in result) return result;
  const [row] = result.rows;
  return { text: `${String(row?.["rows"])} ${String(row?.["sum"])}` };
}

/** A name without its quotation marks. */
export function bare(table: string): string {
  return table.replaceAll("`", "");
}
