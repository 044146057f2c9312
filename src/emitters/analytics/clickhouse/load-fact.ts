import type { WarehouseTable } from "../../../design/warehouse/warehouse-table.ts";
import type { SqlStatement } from "../sql-statement.ts";
import { keyHash } from "./key-hash.ts";
import { quoted } from "./quoted.ts";
import type { Stage } from "./stage.ts";
import { isCalendarOf } from "./stage.ts";
import { foundKey, indented, joinOf, stagedKey, touchedRows } from "./staged-rows.ts";

/** Staged rows become rows of a fact, each with the version of every dimension that held then. */
export function loadFact(stage: Stage, all: readonly WarehouseTable[]): SqlStatement {
  const { table, lookups, own } = stage;
  const time = `staged.${quoted(stage.time)}`;
  const values = new Map<string, string>();
  for (const [index, lookup] of lookups.entries())
    values.set(lookup.key.name, foundKey(lookup, `d${index + 1}`));
  for (const { column, entity } of table.dimensions) {
    const target = all.find(
      (other) => other.context === table.context && other.entity.id === entity,
    );
    if (target !== undefined && isCalendarOf(table, target))
      values.set(column.name, `toYYYYMMDD(${time})`);
  }
  for (const { name } of own) values.set(name, `staged.${quoted(name)}`);
  if (table.surrogate !== undefined) {
    // Of a dimension, what the source calls it: a version that is added later changes no key.
    const parts = table.naturalKey.flatMap((column) => {
      const lookup = lookups.find(({ key }) => key === column);
      return lookup === undefined
        ? [values.get(column.name) ?? time]
        : lookup.given.map((name) => `staged.${quoted(name)}`);
    });
    values.set(table.surrogate.name, keyHash(table.surrogate.field, parts));
  }
  const columns = table.columns.filter(({ name }) => values.has(name));
  const key = stagedKey(stage);
  const text = [
    `INSERT INTO ${quoted(table.database)}.${quoted(table.name)} (${columns.map(({ name }) => quoted(name)).join(", ")})`,
    "SELECT",
    ...columns.map(({ name }, index) => {
      const comma = index === columns.length - 1 ? "" : ",";
      return `  ${values.get(name) ?? "NULL"} AS ${quoted(name)}${comma}`;
    }),
    "FROM (",
    "  SELECT *",
    ...indented(touchedRows(stage)),
    `  ORDER BY ${[...key, "source_position DESC"].join(", ")}`,
    ...(key.length === 0 ? [] : [`  LIMIT 1 BY ${key.join(", ")}`]),
    ") AS staged",
    ...lookups.flatMap((lookup, index) => joinOf(lookup, `d${index + 1}`, time)),
    "SETTINGS join_use_nulls = 0;",
  ];
  return {
    subject: table.subject,
    comment: [
      `Loads ${table.name}: ${table.grain}.`,
      "A key of 0 says that the dimension does not know it yet: load the span again when it does.",
    ],
    text: text.join("\n"),
  };
}
