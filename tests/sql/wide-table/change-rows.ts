import { both, changed, link, made, one, thing } from "./wide-row.ts";
import type { WideRow } from "./wide-row.ts";
import { sketchDesign } from "../sql-fixtures.ts";

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

export const changeRows: readonly WideRow[] = [...COMMENTS, ...NAMES, ...CHANGES, ...ENDS];
