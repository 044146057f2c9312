import { both, thing } from "./wide-row.ts";
import type { WideRow } from "./wide-row.ts";
import type { Design } from "../../../src/design/design.ts";
import type { EntitySketch, FieldSketch } from "../sql-fixtures.ts";
import { sketchDesign } from "../sql-fixtures.ts";

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

export const physicalRows: readonly WideRow[] = [...PHYSICAL];
