import { assertNever } from "../util/assert-never.ts";
import { columnName } from "./check-expression.ts";
import type { Dialect } from "./dialects/dialect.ts";
import type { Column, Table } from "./relational-model.ts";

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
