import type { Field } from "../../../design/design.ts";
import type { WarehouseTable } from "../../../design/warehouse/warehouse-table.ts";
import type { SqlStatement } from "../sql-statement.ts";
import { columnType } from "./column-type.ts";
import { keyHash } from "./key-hash.ts";
import { literal, quoted } from "./quoted.ts";
import { SPAN } from "./staged-rows.ts";
import { isDayNumber } from "./stage.ts";

/** One row for each day of a span; what no calendar knows keeps its default. */
export function loadCalendar(table: WarehouseTable): SqlStatement {
  const { database, name, entity, surrogate, version } = table;
  const [key] = entity.primaryKey;
  const filled = table.columns.flatMap(({ name: column, field }) => {
    if (column === version?.name) return [];
    const value =
      field.id === key && isDayNumber(table)
        ? "toYYYYMMDD(day)"
        : field.id === surrogate?.field.id
          ? keyHash(field, ["day"])
          : dayValue(field);
    return value === undefined ? [] : [{ column, value }];
  });
  const left = table.columns.filter(
    ({ name: column }) => column !== version?.name && !filled.some((one) => one.column === column),
  );
  const text = [
    `INSERT INTO ${quoted(database)}.${quoted(name)} (${filled.map(({ column }) => quoted(column)).join(", ")})`,
    "SELECT",
    ...filled.map(
      ({ column, value }, index) =>
        `  ${value} AS ${quoted(column)}${index === filled.length - 1 ? "" : ","}`,
    ),
    "FROM (",
    `  SELECT toDate32(${SPAN.from}) + number AS day`,
    `  FROM numbers(toUInt64(greatest(0, dateDiff('day', ${SPAN.from}, ${SPAN.until}))))`,
    ");",
  ];
  return {
    subject: table.subject,
    comment: [
      `Loads ${name}: ${table.grain}, from the day of the one parameter up to the day of the other.`,
      ...(left.length === 0
        ? []
        : [
            `No calendar knows ${left.map((one) => one.name).join(", ")}: to be corrected by hand.`,
          ]),
    ],
    text: text.join("\n"),
  };
}

function dayValue(field: Field): string | undefined {
  const { id, type } = field;
  const isText = type === "string" || type === "text";
  if (type === "date") return "day";
  if (type === "timestamp") return "toDateTime64(day, 3, 'UTC')";
  if (/^is-weekend$/.test(id)) return "toDayOfWeek(day) >= 6";
  if (/^(?:weekday|day-of-week|day-name)$/.test(id)) {
    const names = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];
    return isText
      ? `arrayElement([${names.map(literal).join(", ")}], toDayOfWeek(day))`
      : "toDayOfWeek(day)";
  }
  const part = PARTS.find(([pattern]) => pattern.test(id))?.[1];
  if (part === undefined) return undefined;
  if (isText) return `toString(${part}(day))`;
  return ["integer", "bigint", "decimal"].includes(type)
    ? `CAST(${part}(day) AS ${columnType({ ...field, nullable: false })})`
    : undefined;
}

const PARTS: readonly (readonly [RegExp, string])[] = [
  [/^month(?:-number)?$/, "toMonth"],
  [/^quarter(?:-number)?$/, "toQuarter"],
  [/^(?:iso-)?week(?:-number)?$/, "toISOWeek"],
  [/^(?:calendar-)?year$/, "toYear"],
  [/^day-of-month$|^day$/, "toDayOfMonth"],
  [/^day-of-year$/, "toDayOfYear"],
];
