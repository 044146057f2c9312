import type { SqlStatement } from "../sql-statement.ts";
import { literal, quoted } from "./quoted.ts";
import type { Stage } from "./stage.ts";

/** Where a job puts what the source tells, for as long as it can be told again. */
export function createStage(stage: Stage, keptDays: number): SqlStatement {
  const { table, columns, name, time } = stage;
  const key = [...table.naturalKey.map((column) => quoted(column.name)), time, "source_position"];
  const known = new Set(columns.map((column) => quoted(column.name)));
  const sorted = [...new Set([...resolvedKey(stage), ...key])].filter((one) => known.has(one));
  const nullable = columns.some(
    (column) => column.type.includes("Nullable") && sorted.includes(quoted(column.name)),
  );
  const lines = [
    `CREATE TABLE IF NOT EXISTS ${quoted(table.database)}.${quoted(name)} (`,
    ...columns.map((column, index) => {
      const comma = index === columns.length - 1 ? "" : ",";
      return `  ${quoted(column.name)} ${column.type} COMMENT ${literal(column.comment)}${comma}`;
    }),
    ")",
    "ENGINE = ReplacingMergeTree",
    `ORDER BY (${sorted.join(", ")})`,
    `TTL toDateTime(staged_at) + INTERVAL ${keptDays} DAY DELETE`,
    ...(nullable ? ["SETTINGS allow_nullable_key = 1"] : []),
    `COMMENT ${literal(`What a source tells of ${table.entity.name.toLowerCase()}, before its keys are looked up.`)};`,
  ];
  return {
    subject: table.subject,
    comment: [`Staging of ${table.name}: a message that is written twice is one row.`],
    text: lines.join("\n"),
  };
}

/** Natural keys of dimensions that are part of what a row is known by. */
export function resolvedKey({ table, lookups }: Stage): readonly string[] {
  return lookups
    .filter(({ key }) => table.naturalKey.includes(key))
    .flatMap(({ given }) => given.map(quoted));
}
