import type { WarehouseColumn, WarehouseTable } from "../../../design/warehouse/warehouse-table.ts";
import { assertNever } from "../../../util/assert-never.ts";
import { additivityOf } from "../additivity-of.ts";
import type { SqlStatement } from "../sql-statement.ts";
import { columnType } from "./column-type.ts";
import { literal, quoted } from "./quoted.ts";

/** Up to these days of retention, a partition is a day; above, a month: a few hundred parts at most. */
const DAILY = 180;

/**
 * A table in the order in which it is read. Rows with the same sorting key replace each other when
 * parts are merged, or at once with FINAL (ClickHouse: ReplacingMergeTree), so the sorting key holds
 * what a row is known by and only what never changes of it.
 */
export function createTable(
  table: WarehouseTable,
  all: readonly WarehouseTable[],
  deleteAfterDays: number | undefined,
): SqlStatement {
  const { version, time, columns, grain, subject, entity } = table;
  const keyed = sortingKey(table, all);
  const partition = partitionOf(table, deleteAfterDays);
  const nullable = columns.some(
    ({ name, field }) => field.nullable && keyed.includes(quoted(name)),
  );
  const lines = [
    `CREATE TABLE IF NOT EXISTS ${quoted(table.database)}.${quoted(table.name)} (`,
    ...columns.map((column, index) => {
      const comma = index === columns.length - 1 ? "" : ",";
      return `  ${columnLine(column, table)}${comma}`;
    }),
    ")",
    `ENGINE = ReplacingMergeTree${version === undefined ? "" : `(${quoted(version.name)})`}`,
    ...(partition === undefined ? [] : [`PARTITION BY ${partition}`]),
    `ORDER BY (${keyed.join(", ")})`,
    ...(deleteAfterDays === undefined || time === undefined
      ? []
      : [`TTL toDateTime(${quoted(time.name)}) + INTERVAL ${deleteAfterDays} DAY DELETE`]),
    ...(nullable ? ["SETTINGS allow_nullable_key = 1"] : []),
    `COMMENT ${literal(entity.description)};`,
  ];
  return { subject, comment: [`Grain: ${grain}.`], text: lines.join("\n") };
}

/** What a row is known by, behind what questions are narrowed down by first. */
export function sortingKey(
  table: WarehouseTable,
  all: readonly WarehouseTable[],
): readonly string[] {
  const { naturalKey, validity, time, role, dimensions } = table;
  const key = (
    role === "fact" && table.surrogate !== undefined ? [table.surrogate] : naturalKey
  ).map(({ name }) => quoted(name));
  const isOwn = (name: string) => !key.includes(name);
  switch (role) {
    case "event":
      return time === undefined ? key : [`toStartOfHour(${quoted(time.name)})`, ...key];
    case "fact": {
      const calendar = dimensions.find(({ entity }) =>
        all.some(
          ({ entity: other, context, role: kind }) =>
            other.id === entity && context === table.context && kind === "date-dimension",
        ),
      );
      const day = calendar === undefined ? undefined : quoted(calendar.column.name);
      return day === undefined || calendar?.column.field.nullable === true || !isOwn(day)
        ? key
        : [day, ...key];
    }
    case "dimension":
      return [...key, ...(validity === undefined ? [] : [quoted(validity.from.name)])];
    case "date-dimension":
    case "aggregate":
      return key;
    default:
      return assertNever(role);
  }
}

function partitionOf(
  { time, role }: WarehouseTable,
  deleteAfterDays: number | undefined,
): string | undefined {
  if (time === undefined || role === "dimension" || role === "date-dimension") return undefined;
  const column = quoted(time.name);
  return deleteAfterDays !== undefined && deleteAfterDays <= DAILY
    ? `toYYYYMMDD(${column})`
    : `toYYYYMM(${column})`;
}

function columnLine(column: WarehouseColumn, table: WarehouseTable): string {
  const { name, field } = column;
  const value = defaultOf(column);
  const additivity = additivityOf(column, table);
  const words = [
    ...(additivity === undefined ? [] : [`Measure, ${additivity}.`]),
    ...(field.description === undefined ? [] : [field.description]),
  ].join(" ");
  return [
    quoted(name),
    columnType(field),
    ...(value === undefined ? [] : [`DEFAULT ${value}`]),
    ...(words === "" ? [] : [`COMMENT ${literal(words)}`]),
    ...(field.type === "json" || field.type === "text" ? ["CODEC(ZSTD(3))"] : []),
  ].join(" ");
}

function defaultOf({ field }: WarehouseColumn): string | undefined {
  const { default: value, type } = field;
  if (value === undefined) return undefined;
  if (typeof value === "object") {
    if (value.function === "uuid") return type === "uuid" ? "generateUUIDv4()" : undefined;
    return type === "timestamp" ? "now64(3)" : type === "date" ? "today()" : undefined;
  }
  return typeof value === "string" ? literal(value) : String(value);
}
