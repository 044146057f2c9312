import type { WarehouseTable } from "../../../design/warehouse/warehouse-table.ts";
import type { SqlStatement } from "../sql-statement.ts";
import { keyHash } from "./key-hash.ts";
import { quoted } from "./quoted.ts";
import { SPAN } from "./staged-rows.ts";

/** Lengths in seconds. */
export interface WindowTimes {
  readonly window: number;
  readonly lateness: number;
}

/**
 * Counts events in windows: the measure that every other one is made like. Nothing where the tables
 * have no such columns; what a metric counts is then for whoever defines it.
 */
export function loadWindows(
  table: WarehouseTable,
  events: WarehouseTable | undefined,
  { window, lateness }: WindowTimes,
): SqlStatement | undefined {
  const find = (pattern: RegExp) => table.columns.find(({ field }) => pattern.test(field.id));
  const starts = find(/^(?:window|bucket|period)-(?:starts-at|start)$/);
  const value = find(/^(?:metric-)?value$|^count$/);
  const metric = find(/^metric(?:-name)?$/);
  const dimension = find(/^dimension$/);
  const type = events?.columns.find(({ field }) => /^event-type$|^type$|^kind$/.test(field.id));
  const source = events?.columns.find(({ field }) => /^source$/.test(field.id));
  const time = events?.time;
  const required = [starts, value, metric, dimension, type, source, time];
  if (events === undefined || required.includes(undefined)) return undefined;
  const at = quoted(time?.name ?? "");
  const start = `toStartOfInterval(${at}, INTERVAL ${window} SECOND)`;
  const aligned = (instant: string) => `toStartOfInterval(${instant}, INTERVAL ${window} SECOND)`;
  // Windows that were open at the start of the span, or waited for late events then.
  const reach = Math.ceil((window + lateness) / window) * window;
  const seconds = find(/^window-seconds$/);
  const final = find(/^is-final$/);
  const values: readonly (readonly [string | undefined, string])[] = [
    [metric?.name, `'events: ' || toString(${quoted(type?.name ?? "")})`],
    [dimension?.name, `'source: ' || toString(${quoted(source?.name ?? "")})`],
    [starts?.name, start],
    [seconds?.name, String(window)],
    [value?.name, "count()"],
    [final?.name, `${SPAN.until} >= ${start} + INTERVAL ${window + lateness} SECOND`],
  ];
  const filled = values.flatMap(([name, sql]) => (name === undefined ? [] : [{ name, sql }]));
  const keyed = table.naturalKey.map(
    ({ name }) => filled.find((one) => one.name === name)?.sql ?? "''",
  );
  const all = [
    ...(table.surrogate === undefined
      ? []
      : [{ name: table.surrogate.name, sql: keyHash(table.surrogate.field, keyed) }]),
    ...filled,
  ];
  const text = [
    `INSERT INTO ${quoted(table.database)}.${quoted(table.name)} (${all.map(({ name }) => quoted(name)).join(", ")})`,
    "SELECT",
    ...all.map(
      ({ name, sql }, index) => `  ${sql} AS ${quoted(name)}${index === all.length - 1 ? "" : ","}`,
    ),
    `FROM ${quoted(events.database)}.${quoted(events.name)} FINAL`,
    `WHERE ${at} >= ${aligned(SPAN.from)} - INTERVAL ${reach} SECOND`,
    `  AND ${at} < ${aligned(SPAN.until)} + INTERVAL ${window} SECOND`,
    `GROUP BY ${quoted(type?.name ?? "")}, ${quoted(source?.name ?? "")}, ${start};`,
  ];
  return {
    subject: table.subject,
    comment: [
      `Writes ${table.name} again from the events: ${table.grain}.`,
      "Counts events by type and source; a metric with a formula of its own is written like this.",
      `A window is final when nothing of it can arrive any more: ${lateness} s after its end.`,
    ],
    text: text.join("\n"),
  };
}
