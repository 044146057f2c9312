import { afterAll, beforeAll, expect, test } from "vitest";
import type { Design } from "../../src/design/design.ts";
import type { Database } from "../../src/engines/database.ts";
import { queryRows } from "../../src/engines/database.ts";
import { openDatabase } from "../../src/engines/open-database.ts";
import { inspectSql } from "./inspect-sql.ts";
import type { EntitySketch } from "./sql-fixtures.ts";
import { evolve, prove, sketchDesign, testHost, textOf } from "./sql-fixtures.ts";

let database: Database;
beforeAll(async () => {
  database = await openDatabase(testHost());
}, 60_000);
afterAll(() => database.close());

const byList = { method: "list", field: "kind", reason: "Kinds are read alone." } as const;
const byMonth = {
  method: "range",
  field: "seen",
  interval: "month",
  reason: "Old rows go.",
} as const;
const byHash = { method: "hash", field: "id", parts: 4, reason: "Many rows." } as const;
type Spread = NonNullable<EntitySketch["partitioning"]>;

const kinds = (...enumValues: readonly string[]) => ({ id: "kind", type: "enum", enumValues });
function logs(
  spread: Spread | undefined,
  kind = kinds("a", "b"),
  more: Partial<EntitySketch> = {},
): Design {
  return sketchDesign({
    id: "log",
    primaryKey: ["id", "kind", "seen"],
    keepsHistory: true,
    fields: [{ id: "seen", type: "timestamp" }, kind, { id: "note" }],
    indexes: [{ id: "by-seen", fields: ["seen"], unique: false, serves: "Newest first." }],
    ...(spread === undefined ? {} : { partitioning: spread }),
    ...more,
  });
}

/** Rows that point to each other, and rows of another table that point to them. */
function nodes(spread: Spread | undefined): Design {
  const relation = (id: string, onDelete: "cascade" | "restrict") =>
    ({ id, name: id, field: id, to: "node", cardinality: "many-to-one", onDelete }) as const;
  return sketchDesign(
    {
      id: "node",
      fields: [{ id: "parent", type: "uuid", nullable: true }],
      relations: [relation("parent", "cascade")],
      ...(spread === undefined ? {} : { partitioning: spread }),
    },
    {
      id: "leaf",
      fields: [{ id: "node", type: "uuid" }],
      relations: [relation("node", "restrict")],
    },
  );
}

/** A key that is longer where rows are spread by time. */
function visits(spread: Spread | undefined, ...primaryKey: string[]): Design {
  return sketchDesign({
    id: "visit",
    primaryKey,
    fields: [{ id: "seen", type: "timestamp" }],
    ...(spread === undefined ? {} : { partitioning: spread }),
  });
}

test.each<readonly [string, readonly Design[]]>([
  ["for the first time", [logs(undefined), logs(byMonth)]],
  ["no more", [logs(byMonth), logs(undefined)]],
  ["by another column", [logs(byMonth), logs(byHash)]],
  ["into more parts", [logs(byHash), logs({ ...byHash, parts: 8 })]],
  ["over other intervals", [logs(byMonth), logs({ ...byMonth, interval: "week" })]],
  ["without a value of the list", [logs(byList), logs(byList, kinds("b"))]],
  ["in turn", [logs(undefined), logs(byMonth), logs(byHash), logs(undefined)]],
  ["where they point to each other", [nodes(undefined), nodes(byHash), nodes(undefined)]],
  ["with a longer key", [visits(undefined, "id"), visits(byMonth, "id", "seen")]],
  ["with a shorter key", [visits(byMonth, "id", "seen"), visits(byHash, "id")]],
  [
    "with other names, fields and values at the same time",
    [
      logs(undefined),
      logs(byMonth, kinds("a", "b", "c"), {
        name: "Entry",
        fields: [
          { id: "seen", name: "Seen at", type: "timestamp" },
          kinds("a", "b", "c"),
          { id: "remark" },
        ],
      }),
    ],
  ],
])("rows are spread %s: nothing is lost, both ways", async (_, designs) => {
  const last = designs.at(-1) ?? logs(undefined);
  const artifacts = evolve(...designs);
  expect(artifacts.some(({ path }) => path.includes("make_second_table"))).toBe(true);
  const found = [
    ...(await inspectSql(last, artifacts)),
    ...(await prove(database, last, artifacts)),
  ];
  expect(found.filter(({ severity }) => severity !== "info")).toEqual([]);
});

test("rows of the past get partitions of their own, with the grants of the first table", async () => {
  const artifacts = evolve(visits(undefined, "id", "seen"), visits(byMonth, "id", "seen"));
  const run = (ending: string) => queryRows(database, textOf(artifacts, ending));
  await queryRows(
    database,
    "DROP SCHEMA IF EXISTS past CASCADE; CREATE SCHEMA past; SET search_path TO past; DROP ROLE IF EXISTS visitor; CREATE ROLE visitor",
  );
  await run("0001_initial.up.sql");
  await queryRows(
    database,
    "GRANT USAGE ON SCHEMA past TO visitor; GRANT SELECT, INSERT ON visits TO visitor",
  );
  await queryRows(
    database,
    "INSERT INTO visits SELECT gen_random_uuid(), now() - n * interval '1 month' FROM generate_series(0, 5) AS n",
  );
  for (const { kind, path } of artifacts) {
    if (kind === "sql-up" && !path.includes("0001_")) await run(path);
  }
  expect(
    await queryRows(
      database,
      "SELECT count(*)::int AS rows FROM visits WHERE seen < now() + interval '1 s'",
    ),
  ).toEqual([{ rows: 6 }]);
  expect(await queryRows(database, "SELECT 1 FROM visit__default")).toEqual([]);
  const names = await queryRows(
    database,
    "SELECT relname FROM pg_class WHERE relnamespace = 'past'::regnamespace AND (relname LIKE '%\\_\\_n\\_%' OR relname LIKE '%\\_\\_o\\_%' OR relname LIKE '%\\_old' OR relname LIKE '%\\_new') AND relkind IN ('r', 'p')",
  );
  expect(names).toEqual([]);
  await queryRows(
    database,
    "SET ROLE visitor; INSERT INTO visits VALUES (gen_random_uuid(), now()); RESET ROLE; DROP OWNED BY visitor; DROP ROLE visitor; DROP SCHEMA past CASCADE",
  );
});

test("a row of a partitioned table that is written again while others are carried over is carried over once", async () => {
  const artifacts = evolve(visits(byHash, "id"), visits({ ...byHash, parts: 8 }, "id"));
  const run = (ending: string) => queryRows(database, textOf(artifacts, ending));
  await queryRows(
    database,
    "DROP SCHEMA IF EXISTS carried CASCADE; CREATE SCHEMA carried; SET search_path TO carried",
  );
  await run("0001_initial.up.sql");
  const at = (day: number) => `timestamptz '2026-01-0${day}'`;
  const id = "'00000000-0000-4000-8000-000000000001'";
  await queryRows(database, `INSERT INTO visits VALUES (${id}, ${at(1)})`);
  await run("make_second_table_visits.up.sql");
  await queryRows(database, `UPDATE visits SET seen = ${at(2)}`);
  await run("carry_rows_over_visits.up.sql");
  await run("carry_rows_over_visits.up.sql");
  await queryRows(database, `UPDATE visits SET seen = ${at(3)}`);
  const copy = "SELECT extract(day FROM seen AT TIME ZONE 'UTC')::int AS day FROM visits_new";
  expect(await queryRows(database, copy)).toEqual([{ day: 3 }]);
  await run("take_the_second_table_visits.up.sql");
  await queryRows(database, "DELETE FROM visits");
  expect(await queryRows(database, "SELECT 1 FROM visits_old")).toEqual([]);
  await queryRows(database, "DROP SCHEMA carried CASCADE");
});
