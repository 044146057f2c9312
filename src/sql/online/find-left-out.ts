import { CHECK_LIMIT, selectRows } from "../consistency-checks.ts";
import type { Dialect } from "../dialects/dialect.ts";
import type { MigrationCheck } from "../migration-operation.ts";
import type { Column, Table } from "../relational-model.ts";

/** Rows whose value is not in the copy: not copied yet, or of no value of the new type. */
export function findLeftOut(
  dialect: Dialect,
  table: Table,
  column: Column,
  copy: string,
): MigrationCheck {
  const id = `${table.name}.${column.name}.left_out`;
  const from = `t.${dialect.identifier(column.name)}`;
  const to = `t.${dialect.identifier(copy)}`;
  const head = selectRows(dialect, table, id, [column.id], dialect.asText("NULL"));
  return {
    id,
    title: `rows whose ${column.name} is not in ${copy}`,
    subject: column.subject,
    sql: `${head}\nWHERE ${from} IS NOT NULL AND ${to} IS NULL LIMIT ${CHECK_LIMIT}`,
  };
}
