import { describe, expect, test } from "vitest";
import { rowSize } from "../../src/design/capacity/row-size.ts";
import type { DatabaseEngine } from "../../src/design/database-engine.ts";
import { openDatabase } from "../../src/engines/open-database.ts";
import { queryRows } from "../../src/engines/database.ts";
import { onEngine, evolve, sketchDesign, testHost, textOf } from "../sql/sql-fixtures.ts";

const ROWS = 20_000;
const BATCH = 1000;
/** An estimate for planning: within a third of what the engine says. */
const TOLERANCE = 1 / 3;

const design = sketchDesign({
  id: "reading",
  fields: [
    { id: "meter", type: "string", maxLength: 40 },
    { id: "at", type: "timestamp" },
    { id: "day", type: "date" },
    { id: "count", type: "integer" },
    { id: "total", type: "bigint" },
    { id: "valid", type: "boolean" },
    { id: "note", type: "string", maxLength: 100 },
  ],
  indexes: [
    { id: "by-meter", fields: ["meter", "at"], unique: false, serves: "Readings of one." },
    { id: "by-day", fields: ["day"], unique: false, serves: "Readings of a day." },
  ],
});
const [entity] = design.contexts[0]?.entities ?? [];

/** Digits of a fixed sequence, so that keys come in no order and all runs are the same. */
function hex(index: number, length: number): string {
  let state = (index + 1) * 2_654_435_761;
  let text = "";
  while (text.length < length) {
    state = (Math.imul(state ^ (state >>> 15), 2_246_822_519) + 374_761_393) >>> 0;
    text += state.toString(16).padStart(8, "0");
  }
  return text.slice(0, length);
}

function rowOf(engine: DatabaseEngine, index: number): string {
  const key = hex(index, 32);
  const uuid = [
    key.slice(0, 8),
    key.slice(8, 12),
    `4${key.slice(13, 16)}`,
    `a${key.slice(17, 20)}`,
    key.slice(20),
  ];
  const month = String(1 + (index % 12)).padStart(2, "0");
  const time = `2026-${month}-07${engine === "sqlite" ? "T08:09:10.123Z" : " 08:09:10.123"}`;
  const truth = engine === "sqlite" ? "1" : "true";
  return `('${uuid.join("-")}', '${hex(index + ROWS, 20)}', '${time}', '2026-${month}-07', ${100_000 + index}, ${10_000_000_000 + index}, ${truth}, '${hex(index + 2 * ROWS, 50)}')`;
}

function statements(engine: DatabaseEngine): readonly string[] {
  const schema = textOf(evolve(onEngine(design, engine)), "schema.sql");
  const inserts = Array.from({ length: ROWS / BATCH }, (_, batch) => {
    const rows = Array.from({ length: BATCH }, (__, index) => rowOf(engine, batch * BATCH + index));
    return `INSERT INTO readings VALUES ${rows.join(", ")}`;
  });
  const own = schema.split(/;\n/).filter((text) => /^(?:\s|--.*\n)*CREATE /.test(text));
  return [...own, ...inserts];
}

function expectNear(engine: DatabaseEngine, measured: number): void {
  if (entity === undefined) throw new Error("no entity");
  const { row, indexes } = rowSize(entity, engine);
  const estimated = row + indexes;
  const said = `${engine}: estimated ${estimated} bytes a row, measured ${measured.toFixed(0)}`;
  expect(Math.abs(estimated / measured - 1), said).toBeLessThan(TOLERANCE);
}

describe("a row with its index entries takes about what the engine says", () => {
  const { databases } = testHost();

  test("PostgreSQL", async () => {
    const database = await openDatabase(testHost());
    try {
      await queryRows(database, "CREATE SCHEMA sizes; SET search_path TO sizes");
      for (const statement of statements("postgresql")) await queryRows(database, statement);
      const [size] = await queryRows(
        database,
        "SELECT pg_total_relation_size('readings') AS bytes",
      );
      expectNear("postgresql", Number(size?.["bytes"]) / ROWS);
    } finally {
      await database.close();
    }
  }, 60_000);

  test("SQLite", async () => {
    const connection = await databases?.sqlite();
    if (connection === undefined) throw new Error("no SQLite");
    for (const statement of statements("sqlite")) await connection.run(statement);
    const [pages] = await connection.run("PRAGMA page_count");
    const [page] = await connection.run("PRAGMA page_size");
    await connection.close();
    const bytes = Number(pages?.["page_count"]) * Number(page?.["page_size"]);
    expectNear("sqlite", bytes / ROWS);
  }, 60_000);

  test("MariaDB, where there is a server", async (context) => {
    const connection = await databases?.mysql();
    if (connection === undefined || "reason" in connection) {
      context.skip();
      return;
    }
    try {
      for (const statement of statements("mariadb")) await connection.run(statement);
      await connection.run("ANALYZE TABLE readings");
      // Pages in use: a small table has many more that are set aside for it.
      const sizes = await connection.run(
        "SELECT sum(stat_value) * @@innodb_page_size AS bytes FROM mysql.innodb_index_stats WHERE database_name = DATABASE() AND table_name = 'readings' AND stat_name = 'n_leaf_pages'",
      );
      expectNear("mariadb", Number(sizes[0]?.["bytes"]) / ROWS);
    } finally {
      await connection.close();
    }
  }, 60_000);
});
