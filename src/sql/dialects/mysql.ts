import { assertNever } from "../../util/assert-never.ts";
import { fitModel } from "../fit-model.ts";
import { planAlters } from "../plan-alters.ts";
import type { ColumnType } from "../relational-model.ts";
import { defaultValue } from "./default-value.ts";
import type { CatalogueCheck, CombiningDialect, ObjectKind } from "./dialect.ts";
import { mariadbManner } from "./mariadb-manner.ts";
import { mysqlFeatures } from "./mysql-features.ts";
import { plainMaintenance } from "./plain-maintenance.ts";
import { utcTimestamp } from "./utc-timestamp.ts";

/**
 * InnoDB keys hold 3,072 bytes, 768 characters of four. Longer texts are kept as `longtext` with a
 * check: their lengths would add up to the 65,535 bytes that a row may declare.
 */
const LONGEST_STRING = 768;
const KEY_BYTES = 3072;

/** Characters of a text without a bound that is part of a key, and of a prefix in an index. */
const KEYED_LENGTH = 255;

/** Enumerated values have at most 63 characters in the Design. */
const ENUM_LENGTH = 63;

const LONGEST_COMMENT = { table: 2048, column: 1024 } as const;

const TABLE_OPTIONS = " ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin";

/** All that MySQL and MariaDB say differently from each other. */
interface Variant {
  readonly id: "mysql" | "mariadb";
  readonly title: string;
  readonly notes: readonly string[];
  readonly uuidType: string;
  readonly requiresGenerated: boolean;
  /** Limits how long a statement may run. */
  readonly statementTimeout: readonly [begin: string, end: string];
  readonly alterManner?: CombiningDialect["alterManner"];
}

/** MySQL 8.0.19 or later. */
export const mysql: CombiningDialect = createDialect({
  id: "mysql",
  title: "MySQL 8.0.19 or later",
  notes: ["Not executed by groundplan on MySQL itself: parsed, and proven on MariaDB's form."],
  requiresGenerated: true,
  uuidType: "char(36) CHARACTER SET ascii COLLATE ascii_bin",
  statementTimeout: [
    "SET SESSION max_execution_time = 900000",
    "SET SESSION max_execution_time = DEFAULT",
  ],
});

/** MariaDB 10.11 or later, which has a type for UUIDs. */
export const mariadb: CombiningDialect = createDialect({
  id: "mariadb",
  title: "MariaDB 10.11 or later",
  notes: [],
  requiresGenerated: false,
  uuidType: "uuid",
  statementTimeout: [
    "SET SESSION max_statement_time = 900",
    "SET SESSION max_statement_time = DEFAULT",
  ],
  alterManner: (change) => mariadbManner(change, ({ type }) => typeName(type, "uuid")),
});

function createDialect(variant: Variant): CombiningDialect {
  const { id, title, uuidType, statementTimeout } = variant;
  const [limit, unlimit] = statementTimeout;
  const dialect: CombiningDialect = {
    id,
    title,
    notes: [
      `Written for ${title}.`,
      "Every statement commits at once: where one fails, those before it stay.",
      ...variant.notes,
    ],
    identifier,
    literal,
    typeName: (type) => typeName(type, uuidType),
    defaultValue(column) {
      const value = defaultValue(column, {
        literal,
        boolean: (flag) => String(flag).toUpperCase(),
        binary: (hex) => `x'${hex}'`,
        uuid: "(uuid())",
        now: (kind) => `(${NOW[kind] ?? "utc_timestamp(6)"})`,
        temporal,
      });
      // A text without a bound takes an expression only, and a literal in parentheses is one.
      const isLarge =
        ["json", "binary", "text"].includes(column.type.kind) || isUnbound(column.type);
      return value !== undefined && isLarge && !value.startsWith("(") ? `(${value})` : value;
    },
    indexColumn: ({ type }, name) =>
      isUnbound(type) || type.kind === "text" || type.kind === "binary"
        ? `${name}(${KEYED_LENGTH})`
        : name,
    asText: (expression) => `CAST(${expression} AS char)`,
    joinTexts: (expressions) => `concat_ws(',', ${expressions.join(", ")})`,
    characterLength: (expression) => `char_length(${expression})`,
    // One of an index cannot be changed without building the index again: it stays in the file.
    inlineComment: (kind, text) =>
      kind === "index"
        ? undefined
        : `${kind === "table" ? "COMMENT=" : "COMMENT "}${comment(kind, text)}`,
    features: mysqlFeatures({ identifier }),
    maintenance: plainMaintenance({
      words: "Jobs for a scheduler, each statement in a transaction of its own.",
      identifier,
      literal,
      createTable: (name, columns) =>
        `CREATE TABLE IF NOT EXISTS ${name} (${columns
          .map((column) => `${identifier(column.name)} ${typeName(column.type, uuidType)} NULL`)
          .join(", ")})${TABLE_OPTIONS}`,
      before: (kind, days) =>
        `${kind === "date" ? "utc_date()" : "utc_timestamp(6)"} - INTERVAL ${days} DAY`,
      inBatch: (action, _own, rows) =>
        `${action}\nWHERE ${rows.condition}\nORDER BY ${rows.order} LIMIT ${rows.limit}`,
      digest: (keys) => `md5(concat_ws('/', ${keys.join(", ")}))`,
      pad: (text, length) => `rpad(${text}, ${length}, '-')`,
      marked: (text) => `concat('removed-', ${text})`,
      differs: (column, value) => `NOT (${column} <=> ${value})`,
      year: (column, kind) =>
        kind === "date"
          ? `makedate(year(${column}), 1)`
          : `CAST(makedate(year(${column}), 1) AS datetime(6))`,
    }),
    // Equal means equal: the engine's own collations take `a` for `A`.
    tableOptions: TABLE_OPTIONS,
    foreignKeysStayInside: false,
    fit: (model) =>
      fitModel(model, {
        engine: id,
        title,
        longestString: LONGEST_STRING,
        keys: { textLength: KEYED_LENGTH, bytes: KEY_BYTES, bytesOf },
        indexesForeignKeys: true,
        hasPartialIndexes: false,
        requiresGenerated: variant.requiresGenerated,
      }),
    dropClause,
    ...(variant.alterManner === undefined ? {} : { alterManner: variant.alterManner }),
    dropObject: (kind, table, name) => `ALTER TABLE ${identifier(table)} ${dropClause(kind, name)}`,
    planChanges: (before, after) => planAlters(dialect, before, after),
    prologue: [
      "SET NAMES utf8mb4",
      "SET SESSION lock_wait_timeout = 5",
      "SET SESSION innodb_lock_wait_timeout = 5",
      limit,
    ],
    epilogue: [
      unlimit,
      "SET SESSION innodb_lock_wait_timeout = DEFAULT",
      "SET SESSION lock_wait_timeout = DEFAULT",
    ],
    catalogueChecks: catalogueChecks(),
  };
  return dialect;
}

const NOW: Partial<Record<ColumnType["kind"], string>> = {
  date: "utc_date()",
  time: "utc_time(6)",
  timestamp: "utc_timestamp(6)",
};

/** Always in quotes: every minor version of MySQL reserves further words. */
function identifier(name: string): string {
  return `\`${name.replaceAll("`", "``")}\``;
}

/** On one line whatever the text. Of lone surrogates, which UTF-8 has not, the replacement stands. */
function literal(text: string): string {
  const escaped = text
    .toWellFormed()
    .replaceAll("\\", "\\\\")
    .replaceAll("'", "''")
    .replaceAll("\0", "\\0")
    .replaceAll("\n", "\\n")
    .replaceAll("\r", "\\r")
    .replaceAll("\u001A", "\\Z");
  return `'${escaped}'`;
}

function typeName(type: ColumnType, uuidType: string): string {
  const { kind, length, precision = 38, scale = 10 } = type;
  switch (kind) {
    case "uuid":
      return uuidType;
    case "string":
      return length === undefined ? "longtext" : `varchar(${length})`;
    case "enum":
      return `varchar(${ENUM_LENGTH})`;
    case "text":
      return "longtext";
    case "decimal":
      return `decimal(${precision}, ${scale})`;
    case "timestamp":
      return "datetime(6)";
    case "time":
      return "time(6)";
    case "binary":
      return length === undefined ? "longblob" : `varbinary(${length})`;
    case "integer":
      return "int";
    case "json":
    case "bigint":
    case "boolean":
    case "date":
      return kind;
    default:
      return assertNever(kind);
  }
}

/** Times are kept in UTC: the engine's types have no offset. */
function temporal(kind: ColumnType["kind"], text: string): string {
  if (kind !== "timestamp") return text.replace(/Z$/i, "");
  const utc = utcTimestamp(text);
  return utc === undefined ? text : `${utc.day} ${utc.time}.${utc.fraction}`;
}

function isUnbound({ kind, length }: ColumnType): boolean {
  return kind === "string" && length === undefined;
}

function bytesOf({ kind, length = KEYED_LENGTH }: ColumnType): number {
  switch (kind) {
    case "string":
    case "text":
      return length * 4;
    case "enum":
      return ENUM_LENGTH * 4;
    case "binary":
      return length;
    case "uuid":
      return 36;
    case "json":
    case "integer":
    case "bigint":
    case "boolean":
    case "date":
    case "time":
    case "timestamp":
    case "decimal":
      return 20;
    default:
      return assertNever(kind);
  }
}

function comment(kind: keyof typeof LONGEST_COMMENT, text: string): string {
  return literal(Array.from(text).slice(0, LONGEST_COMMENT[kind]).join(""));
}

function dropClause(kind: ObjectKind, name: string): string {
  switch (kind) {
    case "primary-key":
      return "DROP PRIMARY KEY";
    case "unique-key":
    case "index":
      return `DROP INDEX ${identifier(name)}`;
    case "foreign-key":
      return `DROP FOREIGN KEY ${identifier(name)}`;
    case "check":
      return `DROP CONSTRAINT ${identifier(name)}`;
    default:
      return assertNever(kind);
  }
}

function catalogueChecks(): readonly CatalogueCheck[] {
  return [
    {
      id: "catalogue.not_innodb",
      title: "tables of another storage engine: they keep neither foreign keys nor transactions",
      sql: "SELECT 'catalogue.not_innodb' AS check_id, table_name AS object, table_name AS row_key, engine AS detail\nFROM information_schema.tables WHERE table_schema = DATABASE() AND table_type = 'BASE TABLE' AND engine <> 'InnoDB' LIMIT 100",
      breakOne: "CREATE TABLE broken (a int) ENGINE=MyISAM",
    },
    {
      id: "catalogue.other_collation",
      title: "tables that compare texts in another way: unique keys and joins mean something else",
      sql: "SELECT 'catalogue.other_collation' AS check_id, table_name AS object, table_name AS row_key, table_collation AS detail\nFROM information_schema.tables WHERE table_schema = DATABASE() AND table_type = 'BASE TABLE' AND table_name NOT IN ('schema_migrations', 'flyway_schema_history') AND table_collation <> 'utf8mb4_bin' LIMIT 100",
      breakOne: "CREATE TABLE broken (a int) DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_general_ci",
    },
  ];
}
