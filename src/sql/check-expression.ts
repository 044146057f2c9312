import { assertNever } from "../util/assert-never.ts";
import type { Dialect } from "./dialects/dialect.ts";
import type { CheckRule, Table } from "./relational-model.ts";

const OPERATORS = { lt: "<", lte: "<=", gt: ">", gte: ">=", ne: "<>" } as const;

/** The condition of a check; `prefix` goes before every column name, e.g. `t.`. */
export function checkExpression(
  dialect: Dialect,
  table: Table,
  rule: CheckRule,
  prefix = "",
): string {
  const column = prefix + dialect.identifier(columnName(table, rule.column));
  switch (rule.kind) {
    case "values":
      return `${column} IN (${rule.values.map(dialect.literal).join(", ")})`;
    case "range":
      return between(column, rule);
    case "length":
      return between(dialect.characterLength(column), rule);
    case "compare": {
      const other =
        typeof rule.to === "number"
          ? numberLiteral(rule.to)
          : prefix + dialect.identifier(columnName(table, rule.to.column));
      return `${column} ${OPERATORS[rule.operator]} ${other}`;
    }
    default:
      return assertNever(rule);
  }
}

/** The present name of a column; its id where a damaged model has lost it. */
export function columnName(table: Table, id: string): string {
  return table.columns.find((column) => column.id === id)?.name ?? id.replaceAll("-", "_");
}

function between(
  expression: string,
  {
    minimum,
    maximum,
  }: { readonly minimum?: number | undefined; readonly maximum?: number | undefined },
): string {
  return [
    ...(minimum === undefined ? [] : [`${expression} >= ${numberLiteral(minimum)}`]),
    ...(maximum === undefined ? [] : [`${expression} <= ${numberLiteral(maximum)}`]),
  ].join(" AND ");
}

function numberLiteral(value: number): string {
  return Object.is(value, -0) ? "0" : String(value);
}
