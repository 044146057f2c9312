import { assertNever } from "../../util/assert-never.ts";
import { postgresqlWords } from "../postgresql-words.ts";
import type { Column, ColumnType } from "../relational-model.ts";
import { defaultValue } from "./default-value.ts";
import { postgresqlFeatures } from "./postgresql-features.ts";
import { postgresqlMaintenance } from "./postgresql-maintenance.ts";
import type { OnlineDialect } from "../online/online-dialect.ts";
import { planOnlineChanges } from "../online/plan-online-changes.ts";
import type { CatalogueCheck, CommentTarget, ObjectKind } from "./dialect.ts";

/** PostgreSQL 15 and later. */
export const postgresql: OnlineDialect = {
  id: "postgresql",
  title: "PostgreSQL 15 or later",
  notes: [],
  identifier,
  literal,
  typeName,
  defaultValue: (column) =>
    defaultValue(column, {
      literal,
      boolean: (value) => String(value).toUpperCase(),
      binary: (hex) => literal(`\\x${hex}`),
      uuid: "gen_random_uuid()",
      now: (kind) => (kind === "date" ? "CURRENT_DATE" : kind === "time" ? "LOCALTIME" : "now()"),
    }),
  asText: (expression) => `CAST(${expression} AS text)`,
  joinTexts: (expressions) => `concat_ws(',', ${expressions.join(", ")})`,
  characterLength: (expression) => `char_length(${expression})`,
  features: postgresqlFeatures({ identifier, literal, typeName }),
  maintenance: postgresqlMaintenance({ identifier, literal, typeName }),
  tableOptions: "",
  foreignKeysStayInside: false,
  fit: (model) => ({ model, diagnostics: [] }),
  planChanges: (before, after) => planOnlineChanges(postgresql, before, after),
  comment: (target, text) =>
    `COMMENT ON ${targetOf(target)} IS ${text === undefined ? "NULL" : literal(text)}`,
  renameTable: (from, to) => `ALTER TABLE ${identifier(from)} RENAME TO ${identifier(to)}`,
  renameColumn: (table, from, to) =>
    `ALTER TABLE ${identifier(table)} RENAME COLUMN ${identifier(from)} TO ${identifier(to)}`,
  renameObject: (kind, table, from, to) =>
    kind === "index"
      ? `ALTER INDEX ${identifier(from)} RENAME TO ${identifier(to)}`
      : `ALTER TABLE ${identifier(table)} RENAME CONSTRAINT ${identifier(from)} TO ${identifier(to)}`,
  dropObject: (kind: ObjectKind, table, name) =>
    kind === "index"
      ? `DROP INDEX ${identifier(name)}`
      : `ALTER TABLE ${identifier(table)} DROP CONSTRAINT ${identifier(name)}`,
  convert,
  changeType: (table, from, to) =>
    `${alterColumn(table, to)} TYPE ${typeName(to.type)}${conversion(from, to)}`,
  changeDefault: (table, column, value) =>
    `${alterColumn(table, column)} ${value === undefined ? "DROP DEFAULT" : `SET DEFAULT ${value}`}`,
  changeNullability: (table, column, nullable) =>
    `${alterColumn(table, column)} ${nullable ? "DROP" : "SET"} NOT NULL`,
  prologue: ["BEGIN", "SET LOCAL lock_timeout = '5s'", "SET LOCAL statement_timeout = '15min'"],
  epilogue: ["COMMIT"],
  catalogueChecks: catalogueChecks(),
};

/** In quotes only where it has to be: what a person types again and again should be plain. */
function identifier(name: string): string {
  const isPlain = /^[a-z_][a-z0-9_]*$/.test(name) && !postgresqlWords.has(name);
  return isPlain ? name : `"${name.replaceAll('"', '""')}"`;
}

/**
 * On one line whatever the text, so that lines can be counted. PostgreSQL cannot store NUL or a
 * lone surrogate: the replacement character stands for them.
 */
function literal(text: string): string {
  const storable = text.toWellFormed().replaceAll("\0", "\uFFFD");
  const quoted = storable.replaceAll("'", "''");
  if (!/[\p{Cc}\u2028\u2029]/u.test(storable)) return `'${quoted}'`;
  const escaped = quoted
    .replaceAll("\\", "\\\\")
    .replace(/[\p{Cc}\u2028\u2029]/gu, (character) => {
      return `\\u${(character.codePointAt(0) ?? 0).toString(16).padStart(4, "0")}`;
    })
    .replaceAll("\\u000a", "\\n");
  return `E'${escaped}'`;
}

function typeName(type: ColumnType): string {
  const { kind, length, precision, scale } = type;
  switch (kind) {
    case "string":
      return length === undefined ? "text" : `varchar(${length})`;
    case "text":
    case "enum":
      return "text";
    case "decimal":
      return precision === undefined ? "numeric" : `numeric(${precision}, ${scale ?? 0})`;
    case "timestamp":
      return "timestamptz";
    case "json":
      return "jsonb";
    case "binary":
      return "bytea";
    case "uuid":
    case "integer":
    case "bigint":
    case "boolean":
    case "date":
    case "time":
      return kind;
    default:
      return assertNever(kind);
  }
}

function targetOf(target: CommentTarget): string {
  switch (target.kind) {
    case "table":
      return `TABLE ${identifier(target.table)}`;
    case "column":
      return `COLUMN ${identifier(target.table)}.${identifier(target.column)}`;
    case "index":
      return `INDEX ${identifier(target.index)}`;
    default:
      return assertNever(target);
  }
}

function alterColumn(table: string, column: Column): string {
  return `ALTER TABLE ${identifier(table)} ALTER COLUMN ${identifier(column.name)}`;
}

const FAMILIES: readonly (readonly ColumnType["kind"][])[] = [
  ["integer", "bigint", "decimal"],
  ["string", "text", "enum"],
];

/**
 * Without USING the engine converts and refuses what does not fit; an explicit cast to `varchar(n)`
 * would cut it off without a word. Other pairs have no cast of their own and go through text.
 */
function convert(expression: string, from: Column, to: Column): string {
  const textual = FAMILIES[1] ?? [];
  const related = FAMILIES.some((f) => f.includes(from.type.kind) && f.includes(to.type.kind));
  if (related || from.type.kind === to.type.kind || textual.includes(to.type.kind)) {
    return expression;
  }
  const isTemporal = from.type.kind === "timestamp" && ["date", "time"].includes(to.type.kind);
  const isDay = from.type.kind === "date" && to.type.kind === "timestamp";
  if (isTemporal || isDay) return `CAST(${expression} AS ${typeName(to.type)})`;
  if (to.type.kind === "json") return `to_jsonb(${expression})`;
  return `CAST(CAST(${expression} AS text) AS ${typeName(to.type)})`;
}

function conversion(from: Column, to: Column): string {
  const column = identifier(to.name);
  const converted = convert(column, from, to);
  return converted === column ? "" : ` USING ${converted}`;
}

function catalogueChecks(): readonly CatalogueCheck[] {
  const schema = "(SELECT oid FROM pg_namespace WHERE nspname = current_schema())";
  // Below a foreign key to a partitioned table there are rows that PostgreSQL 15 to 17 never marks.
  const own = `connamespace = ${schema} AND conparentid = 0`;
  const indexes = `FROM pg_index i JOIN pg_class c ON c.oid = i.indexrelid WHERE c.relnamespace = ${schema}`;
  return [
    {
      id: "catalogue.invalid_index",
      title: "indexes that a failed build left behind: they cost writes and serve no reads",
      sql: `SELECT 'catalogue.invalid_index' AS check_id, CAST(i.indrelid AS regclass)::text AS object, c.relname::text AS row_key, NULL::text AS detail\n${indexes} AND NOT i.indisvalid LIMIT 100`,
      breakOne: `UPDATE pg_index SET indisvalid = false WHERE indexrelid = (SELECT min(i.indexrelid) ${indexes})`,
    },
    {
      id: "catalogue.not_validated_constraint",
      title: "constraints that hold for new rows only: old rows were never looked at",
      sql: `SELECT 'catalogue.not_validated_constraint' AS check_id, CAST(conrelid AS regclass)::text AS object, conname::text AS row_key, contype::text AS detail\nFROM pg_constraint WHERE ${own} AND NOT convalidated LIMIT 100`,
      breakOne: `UPDATE pg_constraint SET convalidated = false WHERE oid = (SELECT min(oid) FROM pg_constraint WHERE ${own})`,
    },
  ];
}
