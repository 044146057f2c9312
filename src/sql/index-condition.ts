import { columnName } from "./check-expression.ts";
import type { Dialect } from "./dialects/dialect.ts";
import type { Table, TableIndex } from "./relational-model.ts";

/** ` WHERE …` of an index over some of the rows; `prefix` goes before the column. */
export function indexCondition(
  dialect: Dialect,
  table: Table,
  { where }: Pick<TableIndex, "where">,
  prefix = "",
): string | undefined {
  if (where === undefined) return undefined;
  const column = table.columns.find(({ id }) => id === where.column);
  const name = `${prefix}${dialect.identifier(columnName(table, where.column))}`;
  if (where.equals === undefined || column === undefined) return `${name} IS NULL`;
  const { generated: _, ...plain } = column;
  return `${name} = ${dialect.defaultValue({ ...plain, default: where.equals })}`;
}
