import { both, link, made, thing } from "./wide-row.ts";
import type { WideRow } from "./wide-row.ts";
import type { Design } from "../../../src/design/design.ts";
import { sketchDesign } from "../sql-fixtures.ts";

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

export const keyRows: readonly WideRow[] = [...KEYS, ...INDEXES, ...CHECKS];
