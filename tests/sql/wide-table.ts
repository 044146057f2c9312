import type { DatabaseEngine } from "../../src/design/database-engine.ts";
import type { Design } from "../../src/design/design.ts";
import type { EntitySketch, FieldSketch } from "./sql-fixtures.ts";
import { sketchDesign } from "./sql-fixtures.ts";

/** A construct, and what each dialect says for it; with a `before`, what leads from there. */
export interface WideRow {
  readonly construct: string;
  readonly before?: Design;
  readonly after: Design;
  readonly sql: Readonly<Record<DatabaseEngine, string | readonly string[]>>;
}

type Sql = WideRow["sql"];

const thing = (...fields: readonly FieldSketch[]): EntitySketch => ({ id: "thing", fields });
const one = (field: FieldSketch): Design => sketchDesign(thing(field));
const made = (construct: string, field: FieldSketch, sql: Sql): WideRow => ({
  construct,
  after: one(field),
  sql,
});
const changed = (construct: string, from: FieldSketch, to: FieldSketch, sql: Sql): WideRow => ({
  construct,
  before: one(from),
  after: one(to),
  sql,
});
/** MySQL and MariaDB, where they say the same. */
const both = (postgresql: string, mysql: string, sqlite: string): Sql => ({
  postgresql,
  mysql,
  mariadb: mysql,
  sqlite,
});

const TYPES: readonly WideRow[] = [
  made(
    "uuid",
    { id: "v", type: "uuid" },
    {
      postgresql: "v uuid NOT NULL",
      mysql: "`v` char(36) CHARACTER SET ascii COLLATE ascii_bin NOT NULL",
      mariadb: "`v` uuid NOT NULL",
      sqlite: "v text NOT NULL CHECK (length(v) = 36)",
    },
  ),
  made(
    "string with a bound",
    { id: "v", type: "string", maxLength: 40 },
    {
      ...both("v varchar(40) NOT NULL", "`v` varchar(40) NOT NULL", "v text NOT NULL"),
      sqlite: ["v text NOT NULL", "CONSTRAINT things_v_length CHECK (length(v) <= 40)"],
    },
  ),
  made(
    "string without a bound",
    { id: "v", type: "string" },
    both("v text NOT NULL", "`v` longtext NOT NULL", "v text NOT NULL"),
  ),
  made(
    "string with a long bound",
    { id: "v", type: "string", maxLength: 5000 },
    {
      postgresql: "v varchar(5000) NOT NULL",
      mysql: ["`v` longtext NOT NULL", "CHECK (char_length(`v`) <= 5000)"],
      mariadb: ["`v` longtext NOT NULL", "CHECK (char_length(`v`) <= 5000)"],
      sqlite: "CHECK (length(v) <= 5000)",
    },
  ),
  made(
    "text",
    { id: "v", type: "text" },
    both("v text NOT NULL", "`v` longtext NOT NULL", "v text NOT NULL"),
  ),
  made(
    "integer",
    { id: "v", type: "integer" },
    both(
      "v integer NOT NULL",
      "`v` int NOT NULL",
      "v integer NOT NULL CHECK (v BETWEEN -2147483648 AND 2147483647)",
    ),
  ),
  made(
    "bigint",
    { id: "v", type: "bigint" },
    both("v bigint NOT NULL", "`v` bigint NOT NULL", "v integer NOT NULL"),
  ),
  made(
    "decimal",
    { id: "v", type: "decimal", precision: 12, scale: 4 },
    both("v numeric(12, 4) NOT NULL", "`v` decimal(12, 4) NOT NULL", "v real NOT NULL"),
  ),
  made(
    "boolean",
    { id: "v", type: "boolean" },
    both("v boolean NOT NULL", "`v` boolean NOT NULL", "v integer NOT NULL CHECK (v IN (0, 1))"),
  ),
  made(
    "date",
    { id: "v", type: "date" },
    both(
      "v date NOT NULL",
      "`v` date NOT NULL",
      "v text NOT NULL CHECK (v = strftime('%Y-%m-%d', v))",
    ),
  ),
  made(
    "time",
    { id: "v", type: "time" },
    both("v time NOT NULL", "`v` time(6) NOT NULL", "v text NOT NULL CHECK (time(v) IS NOT NULL)"),
  ),
  made(
    "timestamp",
    { id: "v", type: "timestamp" },
    both(
      "v timestamptz NOT NULL",
      "`v` datetime(6) NOT NULL",
      "v text NOT NULL CHECK (v = strftime('%Y-%m-%dT%H:%M:%fZ', v))",
    ),
  ),
  made(
    "enum",
    { id: "v", type: "enum", enumValues: ["a", "it's"] },
    {
      postgresql: ["v text NOT NULL", "CHECK (v IN ('a', 'it''s'))"],
      mysql: ["`v` varchar(63) NOT NULL", "CHECK (`v` IN ('a', 'it''s'))"],
      mariadb: ["`v` varchar(63) NOT NULL", "CHECK (`v` IN ('a', 'it''s'))"],
      sqlite: ["v text NOT NULL", "CHECK (v IN ('a', 'it''s'))"],
    },
  ),
  made(
    "json",
    { id: "v", type: "json" },
    both("v jsonb NOT NULL", "`v` json NOT NULL", "v text NOT NULL CHECK (json_valid(v))"),
  ),
  made(
    "binary",
    { id: "v", type: "binary" },
    both("v bytea NOT NULL", "`v` longblob NOT NULL", "v blob NOT NULL"),
  ),
  made(
    "no value allowed",
    { id: "v", type: "date", nullable: true },
    both("v date,", "`v` date,", "v text CHECK"),
  ),
];

const DEFAULTS: readonly WideRow[] = [
  made(
    "default uuid",
    { id: "v", type: "uuid", default: { function: "uuid" } },
    both("DEFAULT gen_random_uuid()", "DEFAULT (uuid())", "DEFAULT (lower(hex(randomblob(4))"),
  ),
  made(
    "default now of a timestamp",
    { id: "v", type: "timestamp", default: { function: "now" } },
    both(
      "DEFAULT now()",
      "DEFAULT (utc_timestamp(6))",
      "DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now'))",
    ),
  ),
  made(
    "default now of a date",
    { id: "v", type: "date", default: { function: "now" } },
    both("DEFAULT CURRENT_DATE", "DEFAULT (utc_date())", "DEFAULT (strftime('%Y-%m-%d', 'now'))"),
  ),
  made(
    "default now of a time",
    { id: "v", type: "time", default: { function: "now" } },
    both("DEFAULT LOCALTIME", "DEFAULT (utc_time(6))", "DEFAULT (strftime('%H:%M:%S', 'now'))"),
  ),
  made(
    "default text with a quote and a backslash",
    { id: "v", type: "string", maxLength: 20, default: "it's \\" },
    both("DEFAULT 'it''s \\'", "DEFAULT 'it''s \\\\'", "DEFAULT 'it''s \\'"),
  ),
  made(
    "default text over two lines",
    { id: "v", type: "text", default: "a\nb" },
    both("DEFAULT E'a\\nb'", "DEFAULT ('a\\nb')", "DEFAULT ('a' || char(10) || 'b')"),
  ),
  made(
    "default number",
    { id: "v", type: "integer", default: -3 },
    both("DEFAULT -3", "DEFAULT -3", "DEFAULT -3"),
  ),
  made(
    "default boolean",
    { id: "v", type: "boolean", default: true },
    both("DEFAULT TRUE", "DEFAULT TRUE", "DEFAULT 1"),
  ),
  made(
    "default json",
    { id: "v", type: "json", default: '{"a":1}' },
    both(`DEFAULT '{"a":1}'`, `DEFAULT ('{"a":1}')`, `DEFAULT '{"a":1}'`),
  ),
  made(
    "default bytes",
    { id: "v", type: "binary", default: "AP8=" },
    both("DEFAULT '\\x00ff'", "DEFAULT (x'00ff')", "DEFAULT x'00ff'"),
  ),
  made(
    "default timestamp with an offset",
    { id: "v", type: "timestamp", default: "2024-03-01T00:30:00+02:00" },
    both(
      "DEFAULT '2024-03-01T00:30:00+02:00'",
      "DEFAULT '2024-02-29 22:30:00.000000'",
      "DEFAULT '2024-02-29T22:30:00.000Z'",
    ),
  ),
];

const link = (onDelete: string, more: object = {}): EntitySketch => ({
  id: "part",
  fields: [{ id: "thing-id", type: "uuid", nullable: onDelete === "set-null" }],
  relations: [
    {
      id: "thing",
      name: "thing",
      field: "thing-id",
      to: "thing",
      cardinality: "many-to-one",
      onDelete: onDelete as "cascade",
    },
  ],
  ...more,
});
const foreign = (onDelete: string, words: string): WideRow => ({
  construct: `foreign key, on delete ${onDelete}`,
  after: sketchDesign(thing(), link(onDelete)),
  sql: both(
    `CONSTRAINT parts_thing_id_fkey FOREIGN KEY (thing_id) REFERENCES things (id) ON DELETE ${words}`,
    `CONSTRAINT \`parts_thing_id_fkey\` FOREIGN KEY (\`thing_id\`) REFERENCES \`things\` (\`id\`) ON DELETE ${words}`,
    `CONSTRAINT parts_thing_id_fkey FOREIGN KEY (thing_id) REFERENCES things (id) ON DELETE ${words}`,
  ),
});

const KEYS: readonly WideRow[] = [
  {
    construct: "primary key",
    after: sketchDesign(thing()),
    sql: both(
      "CONSTRAINT things_pkey PRIMARY KEY (id)",
      "CONSTRAINT `things_pkey` PRIMARY KEY (`id`)",
      "CONSTRAINT things_pkey PRIMARY KEY (id)",
    ),
  },
  {
    construct: "primary key of several columns",
    after: sketchDesign({
      ...thing({ id: "a", type: "uuid" }, { id: "b", type: "integer" }),
      primaryKey: ["a", "b"],
    }),
    sql: both("PRIMARY KEY (a, b)", "PRIMARY KEY (`a`, `b`)", "PRIMARY KEY (a, b)"),
  },
  {
    construct: "unique key",
    after: sketchDesign({
      ...thing({ id: "v", type: "string", maxLength: 60 }),
      uniqueKeys: [{ id: "v", fields: ["v"] }],
    }),
    sql: both(
      "CONSTRAINT things_v_key UNIQUE (v)",
      "CONSTRAINT `things_v_key` UNIQUE (`v`)",
      "CONSTRAINT things_v_key UNIQUE (v)",
    ),
  },
  {
    construct: "unique key over a text without a bound",
    after: sketchDesign({
      ...thing({ id: "v", type: "string" }),
      uniqueKeys: [{ id: "v", fields: ["v"] }],
    }),
    sql: both("v text NOT NULL", "`v` varchar(255) NOT NULL", "v text NOT NULL"),
  },
  foreign("restrict", "RESTRICT"),
  foreign("cascade", "CASCADE"),
  foreign("set-null", "SET NULL"),
  {
    construct: "foreign key without an index: MySQL would make one by itself",
    after: sketchDesign(thing(), link("restrict")),
    sql: both(
      "CREATE TABLE parts",
      "CREATE INDEX `parts_thing_id_fidx` ON `parts` (`thing_id`);",
      "CREATE TABLE parts",
    ),
  },
  {
    construct: "foreign keys in a circle",
    after: sketchDesign(
      {
        ...link("restrict"),
        id: "thing",
        fields: [{ id: "thing-id", type: "uuid" }],
        relations: [
          {
            id: "p",
            name: "p",
            field: "thing-id",
            to: "part",
            cardinality: "many-to-one",
            onDelete: "restrict",
          },
        ],
      },
      link("restrict"),
    ),
    sql: both(
      "ALTER TABLE parts\n  ADD CONSTRAINT",
      "ALTER TABLE `parts`\n  ADD CONSTRAINT",
      "CONSTRAINT parts_thing_id_fkey FOREIGN KEY (thing_id) REFERENCES things (id) ON DELETE RESTRICT\n) STRICT",
    ),
  },
];

const indexed = (index: object): Design =>
  sketchDesign({
    ...thing(
      { id: "a", type: "string", maxLength: 30 },
      { id: "b", type: "timestamp", nullable: true },
    ),
    indexes: [{ id: "i", fields: ["a", "b"], unique: false, serves: "It's used.", ...index }],
  });

const INDEXES: readonly WideRow[] = [
  {
    construct: "index",
    after: indexed({}),
    sql: both(
      "CREATE INDEX things_a_b_idx ON things (a, b);",
      "CREATE INDEX `things_a_b_idx` ON `things` (`a`, `b`);",
      "CREATE INDEX things_a_b_idx ON things (a, b);",
    ),
  },
  {
    construct: "unique index",
    after: indexed({ unique: true }),
    sql: both(
      "CREATE UNIQUE INDEX things_a_b_idx",
      "CREATE UNIQUE INDEX `things_a_b_idx`",
      "CREATE UNIQUE INDEX things_a_b_idx",
    ),
  },
  {
    construct: "descending index",
    after: indexed({ descending: ["b"] }),
    sql: both("(a, b DESC)", "(`a`, `b` DESC)", "(a, b DESC)"),
  },
  {
    construct: "index over some of the rows",
    after: indexed({ where: { field: "b" } }),
    sql: both(
      "ON things (a, b) WHERE b IS NULL;",
      "ON `things` (`a`, `b`);",
      "ON things (a, b) WHERE b IS NULL;",
    ),
  },
  {
    construct: "index over a long text",
    after: sketchDesign({
      ...thing({ id: "a", type: "string", maxLength: 2000 }),
      indexes: [{ id: "i", fields: ["a"], unique: false, serves: "x" }],
    }),
    sql: both("ON things (a);", "ON `things` (`a`(255));", "ON things (a);"),
  },
];

const CHECKS: readonly WideRow[] = [
  made(
    "bounds of a number",
    { id: "v", type: "integer", minimum: 1, maximum: 9 },
    both("CHECK (v >= 1 AND v <= 9)", "CHECK (`v` >= 1 AND `v` <= 9)", "CHECK (v >= 1 AND v <= 9)"),
  ),
  made(
    "bounds of a length",
    { id: "v", type: "string", minLength: 2, maxLength: 9 },
    both(
      "CHECK (char_length(v) >= 2)",
      "CHECK (char_length(`v`) >= 2)",
      "CHECK (length(v) >= 2 AND length(v) <= 9)",
    ),
  ),
  {
    construct: "a rule between columns",
    after: sketchDesign({
      ...thing({ id: "a", type: "date" }, { id: "b", type: "date" }),
      rules: [{ id: "r", field: "a", operator: "lt", otherField: "b" }],
    }),
    sql: both("CHECK (a < b)", "CHECK (`a` < `b`)", "CHECK (a < b)"),
  },
];

const COMMENTS: readonly WideRow[] = [
  {
    construct: "comment on a table",
    after: sketchDesign({ ...thing(), description: "It's a \\ thing." }),
    sql: both(
      "COMMENT ON TABLE things IS 'It''s a \\ thing.';",
      "COMMENT='It''s a \\\\ thing.';",
      "-- It's a \\ thing.\nCREATE TABLE things (",
    ),
  },
  made(
    "comment on a column",
    { id: "v", type: "date", description: "Day." },
    both(
      "COMMENT ON COLUMN things.v IS 'Day.';",
      "`v` date NOT NULL COMMENT 'Day.'",
      "  -- Day.\n  v text",
    ),
  ),
  {
    construct: "a comment changes",
    before: sketchDesign({ ...thing(), description: "Old." }),
    after: sketchDesign({
      ...thing({ id: "n", type: "date", nullable: true }),
      description: "New.",
    }),
    sql: both("COMMENT ON TABLE things IS 'New.';", "COMMENT='New.'", "ADD COLUMN n text"),
  },
];

const NAMES: readonly WideRow[] = [
  {
    construct: "words of SQL as names",
    after: sketchDesign({
      ...thing({ id: "select", type: "date" }, { id: "group", type: "date" }),
    }),
    sql: both('"select" date NOT NULL', "`select` date NOT NULL", '"select" text NOT NULL'),
  },
  {
    construct: "a word of one engine only",
    after: one({ id: "glob", type: "date" }),
    sql: both("glob date", "`glob` date", '"glob" text'),
  },
];

const CHANGES: readonly WideRow[] = [
  changed(
    "add a column",
    { id: "k", type: "date" },
    { id: "k", type: "date" },
    both("CREATE TABLE things", "CREATE TABLE `things`", "CREATE TABLE things"),
  ),
  {
    construct: "add a column that may be empty",
    before: sketchDesign(thing()),
    after: one({ id: "v", type: "date", nullable: true }),
    sql: both("ADD COLUMN v date", "ADD COLUMN `v` date", "ADD COLUMN v text"),
  },
  {
    construct: "drop a column",
    before: one({ id: "v", type: "date" }),
    after: sketchDesign(thing()),
    sql: both(
      "DROP COLUMN v",
      "DROP COLUMN `v`",
      "INSERT INTO new_things (id)\nSELECT id FROM things;",
    ),
  },
  {
    construct: "drop a column that may be empty",
    before: one({ id: "v", type: "date", nullable: true }),
    after: sketchDesign(thing()),
    sql: both("DROP COLUMN v", "DROP COLUMN `v`", "DROP COLUMN v"),
  },
  changed(
    "rename a column",
    { id: "v", type: "date" },
    { id: "v", name: "w", type: "date" },
    {
      postgresql: "v",
      mysql: "RENAME COLUMN `v` TO `w`",
      mariadb: "RENAME COLUMN `v` TO `w`",
      sqlite: "ALTER TABLE things RENAME COLUMN v TO w;",
    },
  ),
  changed(
    "widen a string",
    { id: "v", type: "string", maxLength: 10 },
    { id: "v", type: "string", maxLength: 20 },
    both("varchar(20)", "MODIFY COLUMN `v` varchar(20) NOT NULL", "CHECK (length(v) <= 20)"),
  ),
  changed(
    "integer becomes bigint",
    { id: "v", type: "integer" },
    { id: "v", type: "bigint" },
    both(
      "bigint",
      "MODIFY COLUMN `v` bigint NOT NULL",
      "DROP TABLE things;\nALTER TABLE new_things RENAME TO things;",
    ),
  ),
  changed(
    "allow no value",
    { id: "v", type: "date" },
    { id: "v", type: "date", nullable: true },
    both("DROP NOT NULL", "MODIFY COLUMN `v` date", "CREATE TABLE new_things"),
  ),
  changed(
    "require a value",
    { id: "v", type: "date", nullable: true },
    { id: "v", type: "date" },
    both("SET NOT NULL", "MODIFY COLUMN `v` date NOT NULL", "CREATE TABLE new_things"),
  ),
  changed(
    "set a default",
    { id: "v", type: "integer" },
    { id: "v", type: "integer", default: 5 },
    both("SET DEFAULT 5", "MODIFY COLUMN `v` int NOT NULL DEFAULT 5", "CREATE TABLE new_things"),
  ),
  {
    construct: "rename a table",
    before: sketchDesign(thing(), link("cascade")),
    after: sketchDesign({ ...thing(), name: "item" }, link("cascade")),
    sql: both(
      "items",
      "ALTER TABLE `things` RENAME TO `items`;",
      "ALTER TABLE things RENAME TO items;",
    ),
  },
  {
    construct: "drop a table",
    before: sketchDesign(thing(), { id: "other" }),
    after: sketchDesign(thing()),
    sql: both("DROP TABLE others;", "DROP TABLE `others`;", 'DROP TABLE "others";'),
  },
  {
    construct: "add a foreign key",
    before: sketchDesign(thing(), link("restrict", { relations: [] })),
    after: sketchDesign(thing(), link("restrict")),
    sql: both(
      "FOREIGN KEY (thing_id) REFERENCES things (id) ON DELETE RESTRICT",
      "ADD CONSTRAINT `parts_thing_id_fkey` FOREIGN KEY",
      "CREATE TABLE new_parts",
    ),
  },
  {
    construct: "drop a foreign key",
    before: sketchDesign(thing(), link("restrict")),
    after: sketchDesign(thing(), link("restrict", { relations: [] })),
    sql: both(
      "DROP CONSTRAINT parts_thing_id_fkey",
      "DROP FOREIGN KEY `parts_thing_id_fkey`",
      "CREATE TABLE new_parts",
    ),
  },
  changed(
    "change a check",
    { id: "v", type: "integer", minimum: 1 },
    { id: "v", type: "integer", minimum: 2 },
    both("CHECK (v >= 2)", "DROP CONSTRAINT `things_v_check`", "CHECK (v >= 2)"),
  ),
];

const ENDS: readonly WideRow[] = [
  {
    construct: "what a migration begins and ends with",
    after: sketchDesign(thing()),
    sql: {
      postgresql: ["BEGIN;", "SET LOCAL lock_timeout", "COMMIT;"],
      mysql: [
        "-- Every statement commits at once",
        "SET SESSION lock_wait_timeout = 5;",
        "max_execution_time",
        "-- Not executed by groundplan on MySQL itself",
      ],
      mariadb: [
        "-- Every statement commits at once",
        "SET SESSION lock_wait_timeout = 5;",
        "max_statement_time",
      ],
      sqlite: [
        "PRAGMA foreign_keys = OFF;",
        "BEGIN IMMEDIATE;",
        "PRAGMA foreign_key_check;",
        "COMMIT;",
      ],
    },
  },
];

const physical = (more: Partial<EntitySketch>, ...fields: readonly FieldSketch[]): Design =>
  sketchDesign({
    ...thing(
      { id: "first", type: "string", maxLength: 40 },
      { id: "last", type: "string", maxLength: 40 },
      { id: "born", type: "timestamp", nullable: true },
      ...fields,
    ),
    ...more,
  });
const generated = (operation: string, type: string, ...fields: readonly string[]): FieldSketch => ({
  id: "g",
  type,
  ...(type === "string" ? { maxLength: 90 } : {}),
  generated: { operation, fields },
});

const PHYSICAL: readonly WideRow[] = [
  {
    construct: "a column of other columns",
    after: physical({}, generated("concatenate", "string", "first", "last")),
    sql: both(
      "GENERATED ALWAYS AS (first || ' ' || last) STORED",
      "GENERATED ALWAYS AS (concat(`first`, ' ', `last`)) STORED",
      'GENERATED ALWAYS AS ("first" || \' \' || "last") STORED',
    ),
  },
  {
    construct: "a column of a column that gets another name",
    before: physical({}, generated("lower", "string", "first")),
    after: sketchDesign(
      thing(
        { id: "first", name: "given", type: "string", maxLength: 40 },
        { id: "last", type: "string", maxLength: 40 },
        { id: "born", type: "timestamp", nullable: true },
        generated("lower", "string", "first"),
      ),
    ),
    sql: both(
      "given",
      "GENERATED ALWAYS AS (lower(`given`)) STORED",
      'RENAME COLUMN "first" TO given;',
    ),
  },
  {
    construct: "earlier versions of rows",
    after: physical({ keepsHistory: true }),
    sql: both(
      "CREATE TRIGGER",
      "AFTER UPDATE ON `things` FOR EACH ROW\n  INSERT INTO `things_history`",
      "AFTER DELETE ON things BEGIN\n  INSERT INTO things_history",
    ),
  },
  {
    construct: "earlier versions of rows that get a column more",
    before: physical({ keepsHistory: true }),
    after: physical({ keepsHistory: true }, { id: "more", type: "date", nullable: true }),
    sql: both("more", "ADD COLUMN `more` date", "ADD COLUMN more text"),
  },
  {
    construct: "rows that are only marked as deleted",
    after: physical({ softDelete: "born", uniqueKeys: [{ id: "u", fields: ["last"] }] }),
    sql: both("WHERE born IS NULL;", "CREATE INDEX `things_last", "WHERE born IS NULL;"),
  },
  {
    construct: "rows of tenants",
    after: physical({ tenantKey: "tenant" }, { id: "tenant", type: "uuid" }),
    sql: both("ENABLE ROW LEVEL SECURITY", "`tenant`", "tenant text"),
  },
  {
    construct: "partitions",
    after: physical({
      primaryKey: ["id", "last"],
      partitioning: { method: "hash", field: "last", parts: 4, reason: "Many rows." },
    }),
    sql: both("PARTITION BY HASH (last)", ") ENGINE=InnoDB", ") STRICT;"),
  },
];

export const wideTable: readonly WideRow[] = [
  ...TYPES,
  ...DEFAULTS,
  ...KEYS,
  ...INDEXES,
  ...CHECKS,
  ...COMMENTS,
  ...NAMES,
  ...CHANGES.slice(1),
  ...PHYSICAL,
  ...ENDS,
];
