import type { Dialect } from "../dialects/dialect.ts";
import type { Table } from "../relational-model.ts";
import type { SqlStatement } from "../sql-line.ts";
import { statement } from "../sql-line.ts";

/** Rows of a PostgreSQL page range are found without an index; 500 pages are 4 MB. */
const PAGES = 500;

/**
 * Changes all rows in batches that each commit, so that no lock is held for long and a run that was
 * stopped goes on where it matters. Needs PostgreSQL 14 (scan of a range of row positions).
 */
export function inBatches(
  dialect: Dialect,
  table: Table,
  subject: string,
  set: string,
  where: string,
): SqlStatement {
  return forEachBatch(dialect, table, subject, (rows) => [
    `UPDATE ${dialect.identifier(table.name)} SET ${set}`,
    `WHERE ${rows}`,
    `  AND ${where};`,
  ]);
}

/** The same for any statement; `lines` are given the condition that its rows are those of the batch. */
export function forEachBatch(
  dialect: Dialect,
  table: Table,
  subject: string,
  lines: (rows: string) => readonly string[],
): SqlStatement {
  const name = dialect.identifier(table.name);
  const own = dialect.literal(name);
  const size =
    table.partition === undefined
      ? `pg_relation_size(${own})`
      : `(SELECT max(pg_relation_size(relid)) FROM pg_partition_tree(${own}))`;
  return statement(
    subject,
    [
      "DO $batches$",
      "DECLARE",
      `  pages constant bigint := ${size} / current_setting('block_size')::bigint;`,
      "  page bigint := 0;",
      "BEGIN",
      "  PERFORM set_config('lock_timeout', '5s', false);",
      "  WHILE page <= pages LOOP",
      ...lines(
        `ctid >= format('(%s,0)', page)::tid AND ctid < format('(%s,0)', page + ${PAGES})::tid`,
      ).map((line) => `    ${line}`),
      "    COMMIT;",
      `    page := page + ${PAGES};`,
      "  END LOOP;",
      "END",
      "$batches$;",
    ].join("\n"),
  );
}
