import { columnName } from "../../../sql/check-expression.ts";
import type { ConsistencyCheck } from "../../../sql/consistency-checks.ts";
import type { Dialect } from "../../../sql/dialects/dialect.ts";
import type { CheckRule, ColumnType, Table } from "../../../sql/relational-model.ts";
import { pairsOf } from "../../../sql/pairs-of.ts";
import { indexCondition } from "../../../sql/index-condition.ts";
import { assertNever } from "../../../util/assert-never.ts";
import { seedLiteral } from "./insert-seed.ts";
import type { Seed } from "./seed-rows.ts";

/** How an engine changes and copies one row of a table, and what is just beyond a value. */
export interface RowWriter {
  /** `table` quoted. */
  changeOne(table: string, assignment: string): string;
  /** Copies a row, with the same values in the columns that are not generated. */
  copyOne(table: Table, condition?: string): string;
  repeat(times: number): string;
  /** Just above (1) or below (-1) an expression, with alternatives for other types. */
  beyond(kind: ColumnType["kind"], expression: string, direction: 1 | -1): readonly string[];
}

/** Ways of PostgreSQL. */
export function postgresqlRows({ identifier }: Pick<Dialect, "identifier">): RowWriter {
  return {
    // Two partitions may have rows with the same ctid.
    changeOne: (table, assignment) =>
      `UPDATE ${table} SET ${assignment} WHERE (tableoid, ctid) = ` +
      `(SELECT tableoid, ctid FROM ${table} ORDER BY tableoid, ctid LIMIT 1)`,
    copyOne(table, condition) {
      const name = identifier(table.name);
      const order = condition === undefined ? "ORDER BY tableoid, ctid" : `WHERE ${condition}`;
      return `INSERT INTO ${name} SELECT * FROM ${name} ${order} LIMIT 1`;
    },
    repeat: (times) => `repeat('x', ${times})`,
    beyond: (_, expression, direction) =>
      direction === 1
        ? [`${expression} + 1`, `${expression} + interval '1 day'`, `${expression} || 'x'`]
        : [`${expression} - 1`, `${expression} - interval '1 day'`, "''"],
  };
}

/**
 * Ways to make exactly one bad row, given that the constraints are gone: one list per bound that
 * the check looks at, with alternatives where the type may not hold the first.
 */
export function breakRow(
  dialect: Dialect,
  { table, violation }: ConsistencyCheck,
  seed: Seed,
  rows: RowWriter,
): readonly (readonly string[])[] {
  const name = dialect.identifier(table.name);
  const set = (columnId: string, value: string): string =>
    rows.changeOne(name, `${dialect.identifier(columnName(table, columnId))} = ${value}`);
  switch (violation.kind) {
    case "missing":
      return [[set(violation.column.id, "NULL")]];
    case "duplicate": {
      const { where } = violation;
      if (where === undefined) return [[rows.copyOne(table)]];
      const wanted =
        where.equals === undefined
          ? "NULL"
          : seedLiteral(dialect, table, where.column, where.equals);
      const inside = indexCondition(dialect, table, { where });
      return [[`${set(where.column, wanted)}; ${rows.copyOne(table, inside)}`]];
    }
    case "orphan": {
      const { table: target } = violation.foreignKey;
      const pairs = pairsOf(violation.foreignKey);
      const free = pairs.filter(
        ({ column, targetColumn }) => target !== table.id || targetColumn !== column,
      );
      const [{ column } = { column: undefined }] = free.toReversed();
      if (column === undefined) return [];
      const values = seed.unused(table, column);
      return [values.map((value) => set(column, seedLiteral(dialect, table, column, value)))];
    }
    case "forbidden": {
      const { rule } = violation.check;
      const bounds = forbiddenValues(dialect, table, rule, rows);
      return bounds.map((values) => values.map((value) => set(rule.column, value)));
    }
    default:
      return assertNever(violation);
  }
}

/** Per bound, expressions that the rule forbids. */
function forbiddenValues(
  dialect: Dialect,
  table: Table,
  rule: CheckRule,
  rows: RowWriter,
): readonly (readonly string[])[] {
  switch (rule.kind) {
    case "values":
      return [
        ["?", "!", "~", "#", "=", "other"]
          .filter((text) => !rule.values.includes(text))
          .map(dialect.literal),
      ];
    case "range":
      return [
        ...(rule.minimum === undefined ? [] : [around(rule.minimum, -1)]),
        ...(rule.maximum === undefined ? [] : [around(rule.maximum, 1)]),
      ];
    case "length":
      return [
        ...(rule.minimum === undefined ? [] : [["''"]]),
        ...(rule.maximum === undefined ? [] : [[rows.repeat(rule.maximum + 1)]]),
      ];
    case "compare":
      return [comparedValues(dialect, table, rule, rows)];
    default:
      return assertNever(rule);
  }
}

function comparedValues(
  dialect: Dialect,
  table: Table,
  { column, operator, to }: Extract<CheckRule, { kind: "compare" }>,
  rows: RowWriter,
): readonly string[] {
  const kind = table.columns.find(({ id }) => id === column)?.type.kind ?? "text";
  const other =
    typeof to === "number" ? `(${to})` : dialect.identifier(columnName(table, to.column));
  switch (operator) {
    case "lt":
    case "gt":
    case "ne":
      return [other];
    case "lte":
      return rows.beyond(kind, other, 1);
    case "gte":
      return rows.beyond(kind, other, -1);
    default:
      return assertNever(operator);
  }
}

/** One beyond a bound; for decimals of few digits, a little beyond it. */
function around(bound: number, direction: 1 | -1): readonly string[] {
  const steps = [1, 0.1, 0.01, 0.0001];
  return steps.map((step) => `${bound} ${direction === 1 ? "+" : "-"} ${step}`);
}
