import { assertNever } from "../util/assert-never.ts";
import { columnName } from "./check-expression.ts";
import type { Dialect } from "./dialects/dialect.ts";
import type { Column, ForeignKey, Table, TableIndex } from "./relational-model.ts";
import { pairsOf } from "./pairs-of.ts";

/** The expression of a generated column over columns of its row; none where it is a plain one. */
export function generatedExpression(
  dialect: Dialect,
  table: Table,
  { generated, type }: Column,
): string | undefined {
  if (generated === undefined) return undefined;
  const columns = generated.columns.map((id) => dialect.identifier(columnName(table, id)));
  const [first = "NULL", ...others] = columns;
  const widened = type.kind === "bigint" ? (dialect.features.widen?.(first) ?? first) : first;
  const operands = [widened, ...others];
  switch (generated.operation) {
    case "concatenate":
      return dialect.features.concatenate(columns);
    case "lower":
      return `lower(${first})`;
    case "add":
      return operands.join(" + ");
    case "subtract":
      return operands.join(" - ");
    case "multiply":
      return operands.join(" * ");
    default:
      return assertNever(generated.operation);
  }
}

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

/** `SET NULL` takes away what may be missing: the tenant of a row stays. */
export function deleteAction(dialect: Dialect, table: Table, key: ForeignKey): string {
  const { onDelete } = key;
  switch (onDelete) {
    case "cascade":
      return "CASCADE";
    case "restrict":
      return "RESTRICT";
    case "set-null": {
      const columns = pairsOf(key).map(({ column }) => column);
      const free = columns.filter((id) => table.columns.find((own) => own.id === id)?.nullable);
      if (free.length === columns.length) return "SET NULL";
      return dialect.features.setNull(free.map((id) => dialect.identifier(columnName(table, id))));
    }
    default:
      return assertNever(onDelete);
  }
}
