import { assertNever } from "../../util/assert-never.ts";
import { fitModel } from "../fit-model.ts";
import { planRebuilds } from "../plan-rebuilds.ts";
import type { Column, ColumnType } from "../relational-model.ts";
import { sqliteWords } from "../sqlite-words.ts";
import { defaultValue } from "./default-value.ts";
import type { CatalogueCheck, Dialect } from "./dialect.ts";
import { plainMaintenance } from "./plain-maintenance.ts";
import { sqliteFeatures } from "./sqlite-features.ts";
import { utcTimestamp } from "./utc-timestamp.ts";

/**
 * SQLite 3.37 or later: the first with tables that hold values to their types. What later versions
 * can alter in place (3.53: NOT NULL, CHECK) is rebuilt all the same, since devices keep theirs.
 */
export const sqlite: Dialect = {
  id: "sqlite",
  title: "SQLite 3.37 or later",
  notes: [
    "Written for SQLite 3.37 or later.",
    "Foreign keys hold only on connections that run PRAGMA foreign_keys = ON.",
    "Decimals are floating-point numbers of 15 digits; times are texts in UTC.",
  ],
  identifier,
  literal,
  typeName,
  defaultValue: (column) =>
    defaultValue(column, {
      literal,
      boolean: (value) => (value ? "1" : "0"),
      binary: (hex) => `x'${hex}'`,
      uuid: RANDOM_UUID,
      now: (kind) => `(strftime('${FORMATS[kind] ?? FORMATS.timestamp}', 'now'))`,
      temporal,
    }),
  columnCheck,
  asText: (expression) => `CAST(${expression} AS text)`,
  // concat_ws came with 3.44.
  joinTexts: (expressions) => expressions.join(" || ',' || "),
  characterLength: (expression) => `length(${expression})`,
  features: sqliteFeatures({ identifier }),
  maintenance: plainMaintenance({
    words:
      "Jobs for a scheduler, each statement in a transaction of its own, on a connection that has run PRAGMA foreign_keys = ON.",
    identifier,
    literal,
    createTable: (name, columns) =>
      `CREATE TABLE IF NOT EXISTS ${name} (${columns
        .map((column) => `${identifier(column.name)} ${typeName(column.type)}`)
        .join(", ")}) STRICT`,
    before: (kind, days) => `strftime('${FORMATS[kind] ?? ""}', 'now', '-${days} days')`,
    inBatch: (action, own, { condition, order, limit }) =>
      `${action}\nWHERE _rowid_ IN (\n  SELECT _rowid_ FROM ${own}\n  WHERE ${condition}\n  ORDER BY ${order} LIMIT ${limit}\n)`,
    // There is no digest here. The key is in the row anyway.
    digest: (keys) => `substr(replace(${keys.join(" || '/' || ")}, '-', ''), 1, 32)`,
    pad: (text, length) => `substr(${text} || '${"-".repeat(64)}', 1, ${length})`,
    marked: (text) => `'removed-' || ${text}`,
    differs: (column, value) => `${column} IS NOT ${value}`,
    year: (column, kind) =>
      `strftime('${kind === "date" ? "%Y-01-01" : "%Y-01-01T00:00:00.000Z"}', ${column})`,
  }),
  tableOptions: " STRICT",
  foreignKeysStayInside: true,
  fit: (model) =>
    fitModel(model, {
      engine: "sqlite",
      title: "SQLite",
      longestString: 0,
      indexesForeignKeys: false,
      hasPartialIndexes: true,
      requiresGenerated: true,
    }),
  dropObject: (kind, table, name) => {
    if (kind === "index") return `DROP INDEX ${identifier(name)}`;
    throw new Error(`SQLite cannot drop a ${kind} (${name} of ${table}) without a rebuild`);
  },
  planChanges: (before, after) => planRebuilds(sqlite, before, after),
  // Outside of a transaction only: a rebuilt table is dropped, and would take its rows' rows along.
  prologue: ["PRAGMA foreign_keys = OFF", "PRAGMA busy_timeout = 5000", "BEGIN IMMEDIATE"],
  epilogue: ["PRAGMA foreign_key_check", "COMMIT", "PRAGMA foreign_keys = ON"],
  catalogueChecks: catalogueChecks(),
};

const RANDOM_UUID =
  "(lower(hex(randomblob(4)) || '-' || hex(randomblob(2)) || '-4' || substr(hex(randomblob(2)), 2) || '-' || " +
  "substr('89ab', 1 + (random() & 3), 1) || substr(hex(randomblob(2)), 2) || '-' || hex(randomblob(6))))";

const FORMATS: Readonly<Partial<Record<ColumnType["kind"], string>>> = {
  date: "%Y-%m-%d",
  time: "%H:%M:%S",
  timestamp: "%Y-%m-%dT%H:%M:%fZ",
};

/** In quotes only where it has to be: what a person types again and again should be plain. */
function identifier(name: string): string {
  const isPlain = /^[a-z_][a-z0-9_]*$/.test(name) && !sqliteWords.has(name);
  return isPlain ? name : `"${name.replaceAll('"', '""')}"`;
}

/** On one line whatever the text. SQLite ends a text at NUL: the replacement character stands for it. */
function literal(text: string): string {
  const storable = text.toWellFormed().replaceAll("\0", "\uFFFD");
  const quoted = storable.replaceAll("'", "''");
  if (!/[\n\r]/.test(quoted)) return `'${quoted}'`;
  const joined = quoted.replace(/[\n\r]/g, (end) => `' || char(${end.charCodeAt(0)}) || '`);
  return `('${joined}')`;
}

function typeName({ kind }: ColumnType): string {
  switch (kind) {
    case "integer":
    case "bigint":
    case "boolean":
      return "integer";
    case "decimal":
      return "real";
    case "binary":
      return "blob";
    case "uuid":
    case "string":
    case "text":
    case "enum":
    case "date":
    case "time":
    case "timestamp":
    case "json":
      return "text";
    default:
      return assertNever(kind);
  }
}

/** What a type of other engines refuses. NULL passes a check. */
function columnCheck({ name, type: { kind } }: Column): string | undefined {
  const column = identifier(name);
  switch (kind) {
    case "boolean":
      return `CHECK (${column} IN (0, 1))`;
    case "integer":
      return `CHECK (${column} BETWEEN -2147483648 AND 2147483647)`;
    case "uuid":
      return `CHECK (length(${column}) = 36)`;
    case "json":
      return `CHECK (json_valid(${column}))`;
    case "date":
    case "timestamp":
      return `CHECK (${column} = strftime('${FORMATS[kind]}', ${column}))`;
    case "time":
      return `CHECK (time(${column}) IS NOT NULL)`;
    case "bigint":
    case "decimal":
    case "binary":
    case "string":
    case "text":
    case "enum":
      return undefined;
    default:
      return assertNever(kind);
  }
}

/** In the one form that sorts as it is: UTC, milliseconds. */
function temporal(kind: ColumnType["kind"], text: string): string {
  if (kind !== "timestamp") return kind === "time" ? text.replace(/Z$/i, "") : text;
  const utc = utcTimestamp(text);
  return utc === undefined ? text : `${utc.day}T${utc.time}.${utc.fraction.slice(0, 3)}Z`;
}

function catalogueChecks(): readonly CatalogueCheck[] {
  const runners = "'schema_migrations', 'flyway_schema_history'";
  return [
    {
      id: "catalogue.not_strict",
      title: "tables that take any value in any column",
      sql: `SELECT 'catalogue.not_strict' AS check_id, name AS object, name AS row_key, NULL AS detail\nFROM pragma_table_list WHERE schema = 'main' AND type = 'table' AND NOT strict AND substr(name, 1, 7) <> 'sqlite_' AND name NOT IN (${runners}) LIMIT 100`,
      breakOne: "CREATE TABLE broken (a)",
    },
  ];
}
