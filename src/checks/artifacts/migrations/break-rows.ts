import { columnName } from "../../../sql/check-expression.ts";
import type { ConsistencyCheck } from "../../../sql/consistency-checks.ts";
import type { AlteringDialect, Dialect } from "../../../sql/dialects/dialect.ts";
import type { CheckRule, Table } from "../../../sql/relational-model.ts";
import { pairsOf } from "../../../sql/pairs-of.ts";
import { indexCondition } from "../../../sql/table-clauses.ts";
import { objectsOf } from "../../../sql/table-object.ts";
import { assertNever } from "../../../util/assert-never.ts";
import { seedLiteral } from "./insert-seed.ts";
import type { Seed } from "./seed-rows.ts";

/** Takes away everything that would refuse a bad row of the table. For a transaction only. */
export function dropConstraints(dialect: AlteringDialect, table: Table): string {
  const name = dialect.identifier(table.name);
  const objects = objectsOf(table).flatMap(({ kind, part }) => {
    if (kind === "policy" || kind === "history") return [];
    if (kind === "index")
      return "unique" in part && part.unique ? [`DROP INDEX ${dialect.identifier(part.name)}`] : [];
    return [
      `ALTER TABLE ${name} DROP CONSTRAINT IF EXISTS ${dialect.identifier(part.name)} CASCADE`,
    ];
  });
  const columns = table.columns
    .filter(({ nullable }) => !nullable)
    .map((column) => dialect.changeNullability(table.name, column, true));
  const computed = table.columns
    .filter(({ generated }) => generated !== undefined)
    .map(
      (column) =>
        `ALTER TABLE ${name} ALTER COLUMN ${dialect.identifier(column.name)} DROP EXPRESSION`,
    );
  // Foreign keys of other tables are triggers: a replica does not run them.
  return ["SET LOCAL session_replication_role = replica", ...objects, ...computed, ...columns].join(
    ";\n",
  );
}

/**
 * Ways to make exactly one bad row, given that the constraints are gone: one list per bound that
 * the check looks at, with alternatives where the type may not hold the first.
 */
export function breakRow(
  dialect: Dialect,
  { table, violation }: ConsistencyCheck,
  seed: Seed,
): readonly (readonly string[])[] {
  const name = dialect.identifier(table.name);
  // Two partitions may have rows with the same ctid.
  const first = `(SELECT tableoid, ctid FROM ${name} ORDER BY tableoid, ctid LIMIT 1)`;
  const set = (columnId: string, value: string): string =>
    `UPDATE ${name} SET ${dialect.identifier(columnName(table, columnId))} = ${value} WHERE (tableoid, ctid) = ${first}`;
  switch (violation.kind) {
    case "missing":
      return [[set(violation.column.id, "NULL")]];
    case "duplicate": {
      const { where } = violation;
      if (where === undefined)
        return [[`INSERT INTO ${name} SELECT * FROM ${name} ORDER BY tableoid, ctid LIMIT 1`]];
      const wanted =
        where.equals === undefined
          ? "NULL"
          : seedLiteral(dialect, table, where.column, where.equals);
      const inside = indexCondition(dialect, table, { where }) ?? "true";
      const twin = `INSERT INTO ${name} SELECT * FROM ${name} WHERE ${inside} LIMIT 1`;
      return [[`${set(where.column, wanted)}; ${twin}`]];
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
      const bounds = forbiddenValues(dialect, table, rule);
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
        ...(rule.maximum === undefined ? [] : [[`repeat('x', ${rule.maximum + 1})`]]),
      ];
    case "compare":
      return [comparedValues(dialect, table, rule)];
    default:
      return assertNever(rule);
  }
}

function comparedValues(
  dialect: Dialect,
  table: Table,
  { operator, to }: Extract<CheckRule, { kind: "compare" }>,
): readonly string[] {
  const other =
    typeof to === "number" ? `(${to})` : dialect.identifier(columnName(table, to.column));
  switch (operator) {
    case "lt":
    case "gt":
    case "ne":
      return [other];
    case "lte":
      return [`${other} + 1`, `${other} + interval '1 day'`, `${other} || 'x'`];
    case "gte":
      return [`${other} - 1`, `${other} - interval '1 day'`, "''"];
    default:
      return assertNever(operator);
  }
}

/** One beyond a bound; for decimals of few digits, a little beyond it. */
function around(bound: number, direction: 1 | -1): readonly string[] {
  const steps = [1, 0.1, 0.01, 0.0001];
  return steps.map((step) => `${bound} ${direction === 1 ? "+" : "-"} ${step}`);
}
