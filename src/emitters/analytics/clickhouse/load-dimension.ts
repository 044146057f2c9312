import type { SqlStatement } from "../sql-statement.ts";
import { keyHash } from "./key-hash.ts";
import { quoted } from "./quoted.ts";
import type { Stage } from "./stage.ts";
import { foundKey, indented, joinOf, touchedRows } from "./staged-rows.ts";

/** A dimension whose rows are replaced (type 1), or whose versions are all kept (type 2). */
export function loadDimension(stage: Stage): SqlStatement {
  return stage.table.validity === undefined ? replace(stage) : version(stage);
}

function replace(stage: Stage): SqlStatement {
  const { table } = stage;
  const values = valuesOf(stage);
  const key = table.naturalKey.map(({ name }) => quoted(name));
  const columns = [...values.keys()].map(quoted);
  const surrogate = table.surrogate;
  const text = [
    `INSERT INTO ${quoted(table.database)}.${quoted(table.name)} (${[...(surrogate === undefined ? [] : [quoted(surrogate.name)]), ...columns].join(", ")})`,
    "SELECT",
    ...(surrogate === undefined
      ? []
      : [`  ${keyHash(surrogate.field, key)} AS ${quoted(surrogate.name)},`]),
    ...columns.map((name, index) => `  ${name}${index === columns.length - 1 ? "" : ","}`),
    "FROM (",
    ...indented(stagedSelect(stage, values)),
    ")",
    `ORDER BY ${[...key, "changed_at DESC", "source_position DESC"].join(", ")}`,
    ...(key.length === 0 ? [] : [`LIMIT 1 BY ${key.join(", ")}`]),
    "SETTINGS join_use_nulls = 0;",
  ];
  return {
    subject: table.subject,
    comment: [
      `Loads ${table.name}: the latest state of ${table.grain} (slowly changing dimension, type 1).`,
    ],
    text: text.join("\n"),
  };
}

/**
 * Versions are made anew from what is staged and what is kept already. A version that stands stays
 * with its key; only the end of its validity may move, where a change arrives late.
 */
function version(stage: Stage): SqlStatement {
  const { table } = stage;
  const { validity, surrogate } = table;
  if (validity === undefined) return replace(stage);
  const values = valuesOf(stage);
  const names = [...values.keys()];
  const key = table.naturalKey.map(({ name }) => quoted(name));
  const from = quoted(validity.from.name);
  const until = quoted(validity.until.name);
  const told = names.map(quoted).filter((name) => !key.includes(name));
  const same = `toString((${[...told, ...(told.length < 2 ? ["0"] : [])].join(", ")}))`;
  const columns = names.map(quoted).join(", ");
  const by = key.join(", ");
  const target = `${quoted(table.database)}.${quoted(table.name)}`;
  const made = surrogate === undefined ? [] : [quoted(surrogate.name)];
  const whole = `PARTITION BY ${by} ORDER BY version_from ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING`;
  const text = [
    `INSERT INTO ${target} (${[...made, columns, from, until].join(", ")})`,
    "WITH",
    "  staged AS (",
    ...indented(stagedSelect(stage, values), "    "),
    "  ),",
    "  known AS (",
    `    SELECT ${columns}, changed_at AS version_from, source_position AS position, 0 AS stands`,
    "    FROM staged",
    "    UNION ALL",
    `    SELECT ${columns}, ${from} AS version_from, 0 AS position, 1 AS stands`,
    `    FROM ${target} FINAL`,
    `    WHERE ${key.length === 1 ? by : `(${by})`} IN (SELECT ${by} FROM staged)`,
    "  ),",
    "  instants AS (",
    `    SELECT *, max(stands) OVER (PARTITION BY ${by}, version_from) AS kept`,
    "    FROM known",
    `    ORDER BY ${by}, version_from, stands, position DESC`,
    `    LIMIT 1 BY ${by}, version_from`,
    "  ),",
    "  compared AS (",
    `    SELECT *, ${same} AS state, lagInFrame(${same}) OVER (${whole}) AS state_before,`,
    `      row_number() OVER (${whole}) AS place`,
    "    FROM instants",
    "  )",
    "SELECT",
    ...(surrogate === undefined
      ? []
      : [`  ${keyHash(surrogate.field, [...key, "version_from"])} AS ${quoted(surrogate.name)},`]),
    `  ${columns},`,
    `  version_from AS ${from},`,
    `  leadInFrame(toNullable(version_from)) OVER (${whole}) AS ${until}`,
    "FROM compared",
    "WHERE kept = 1 OR place = 1 OR state != state_before",
    "SETTINGS join_use_nulls = 0;",
  ];
  return {
    subject: table.subject,
    comment: [
      `Loads ${table.name}: ${table.grain} (slowly changing dimension, type 2).`,
      "A change that says nothing new makes no version; one that arrives late is put between those that stand.",
    ],
    text: text.join("\n"),
  };
}

/** SQL of what comes from the source, by column. */
function valuesOf({ own, lookups }: Stage): ReadonlyMap<string, string> {
  return new Map([
    ...own.map(({ name }) => [name, `staged.${quoted(name)}`] as const),
    ...lookups.map(
      (lookup, index) => [lookup.key.name, foundKey(lookup, `d${index + 1}`)] as const,
    ),
  ]);
}

function stagedSelect(stage: Stage, values: ReadonlyMap<string, string>): readonly string[] {
  const columns = [...values].map(([name, value]) => `${value} AS ${quoted(name)}`);
  return [
    `SELECT ${[...columns, "staged.changed_at AS changed_at", "staged.source_position AS source_position"].join(", ")}`,
    "FROM (",
    "  SELECT *",
    ...indented(touchedRows(stage)),
    ") AS staged",
    ...stage.lookups.flatMap((lookup, index) =>
      joinOf(lookup, `d${index + 1}`, "staged.changed_at"),
    ),
  ];
}
