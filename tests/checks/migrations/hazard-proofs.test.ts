import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { lintMigrations } from "../../../src/checks/lint-migrations.ts";
import { registeredCodes } from "../../../src/diagnostics/registry.generated.ts";
import type { Database } from "../../../src/engines/database.ts";
import { queryRows } from "../../../src/engines/database.ts";
import { blocksReads, blocksWrites } from "../../../src/engines/lock-mode.ts";
import type { StatementEffect } from "../../../src/engines/measure-statements.ts";
import { measureStatements } from "../../../src/engines/measure-statements.ts";
import { openDatabase } from "../../../src/engines/open-database.ts";
import { parseSql } from "../../../src/engines/parse-sql.ts";
import { createNodeHost } from "../../../src/host/node.ts";
import { BASE, hazardProofs } from "./hazard-proofs.ts";

let database: Database;
beforeAll(async () => {
  database = await openDatabase(createNodeHost({ quiet: true }));
});
afterAll(() => database.close());

/** What a rule says is nothing that an engine could show: code, or what two statements do. */
const BY_OTHER_MEANS: readonly string[] = [
  "backfill-with-ddl",
  "concurrent-index-if-not-exists",
  "concurrently-in-transaction",
  "drop-cascade",
  "drop-schema",
  "enum-value-in-transaction",
  "locks-in-one-transaction",
  "nested-transaction",
  "no-lock-timeout",
  "no-statement-timeout",
  "uncommitted-transaction",
  "validated-in-same-transaction",
];

test("every rule is proven", () => {
  const rules = registeredCodes
    .filter(({ page }) => /^checks\/migrations\/[^/]+$/.test(page))
    .map(({ code }) => code.replace("migrations/", ""));
  const proven = new Set([...hazardProofs.map(({ code }) => code), ...BY_OTHER_MEANS]);
  expect(rules.filter((code) => !proven.has(code))).toEqual([]);
  expect(rules.length).toBeGreaterThan(35);
});

describe("what a rule says is what PostgreSQL does", () => {
  test.each(hazardProofs)("$code: $hazard", async ({ code, base = "", hazard, shows }) => {
    const effect = (await run(base, [hazard])).at(-1);
    if (effect === undefined) throw new Error("nothing ran");
    if (shows.fails !== undefined) {
      expect(effect.failure?.code).toBe(shows.fails);
    } else {
      expect(effect.failure).toBeUndefined();
      if (shows.lock !== undefined) expect(effect.locks.get(shows.lock[0])).toBe(shows.lock[1]);
      if (shows.rewritten !== undefined) expect(effect.rewritten).toContain(shows.rewritten);
      if (shows.scanned !== undefined) expect(effect.scanned).toContain(shows.scanned);
    }
    expect(await codesOf(base, [hazard])).toContain(`migrations/${code}`);
  });
});

describe("the way around keeps nobody waiting, and no rule objects", () => {
  const ways = hazardProofs.filter(({ safe }) => safe.length > 0);
  test.each(ways)("$code: $safe", async ({ code, base = "", safe }) => {
    for (const effect of await run(base, safe)) {
      expect(effect.failure).toBeUndefined();
      if (code === "truncate-cascade") continue;
      const held = [...effect.locks].filter(
        ([table, mode]) =>
          // Nobody writes a materialised view.
          (table === "totals" ? blocksReads(mode) : blocksWrites(mode)) &&
          !effect.created.includes(table),
      );
      const long = [...effect.rewritten, ...effect.scanned];
      expect(held.filter(([table]) => long.includes(table))).toEqual([]);
    }
    expect(await codesOf(base, safe)).not.toContain(`migrations/${code}`);
  });
});

describe("what two statements do together", () => {
  test.each([
    [
      "concurrently-in-transaction",
      "BEGIN; CREATE INDEX CONCURRENTLY i ON orders (total); COMMIT;",
      "25001",
    ],
    ["concurrently-in-transaction", "BEGIN; VACUUM orders; COMMIT;", "25001"],
    [
      "concurrently-in-transaction",
      "CREATE INDEX CONCURRENTLY i ON orders (total); SELECT 1;",
      "25001",
    ],
    [
      "enum-value-in-transaction",
      "BEGIN; ALTER TYPE mood ADD VALUE 'calm'; SELECT 'calm'::mood; COMMIT;",
      "55P04",
    ],
  ])("%s: %s", async (code, sql, state) => {
    await startAnew("");
    const result = await database.run(sql);
    await database.run("ROLLBACK");
    expect("failure" in result && result.failure.code).toBe(state);
    const mode = sql.startsWith("BEGIN") ? "none" : "batch";
    const found = await lintMigrations([{ path: "a.sql", text: sql }], { mode });
    expect(found.map((diagnostic) => diagnostic.code)).toContain(`migrations/${code}`);
  });

  test("concurrent-index-if-not-exists: the invalid index stays", async () => {
    await startAnew("UPDATE orders SET number = 1;");
    const build = "CREATE UNIQUE INDEX CONCURRENTLY IF NOT EXISTS k ON orders (number)";
    expect(await database.run(build)).toHaveProperty("failure.code", "23505");
    expect(await database.run(build)).not.toHaveProperty("failure");
    const rows = await queryRows(
      database,
      "SELECT indisvalid FROM pg_index WHERE indexrelid = 'k'::regclass",
    );
    expect(rows).toEqual([{ indisvalid: false }]);
  });

  test("validated-in-same-transaction: the lock of the first is still held", async () => {
    await startAnew("");
    const locks = await queryRows(
      database,
      `BEGIN; ALTER TABLE orders ADD CONSTRAINT c CHECK (total >= 0) NOT VALID;
       ALTER TABLE orders VALIDATE CONSTRAINT c;
       SELECT mode FROM pg_locks WHERE relation = 'orders'::regclass AND mode = 'AccessExclusiveLock'`,
    );
    await database.run("ROLLBACK");
    expect(locks).toHaveLength(1);
  });

  test("drop-cascade: something goes that the statement does not name", async () => {
    const effects = await run("", ["ALTER TABLE orders DROP COLUMN note CASCADE;"]);
    expect(effects[0]?.failure).toBeUndefined();
    expect(await queryRows(database, "SELECT to_regclass('open_orders') AS view")).toEqual([
      { view: null },
    ]);
  });
});

async function run(base: string, files: readonly string[]): Promise<readonly StatementEffect[]> {
  await startAnew(base);
  const effects: StatementEffect[] = [];
  for (const text of files) {
    const parsed = await parseSql(text);
    if ("error" in parsed) throw new Error(parsed.error);
    const statements = parsed.statements.map((statement) => statement.text);
    effects.push(...(await measureStatements(database, statements)));
  }
  return effects;
}

async function startAnew(base: string): Promise<void> {
  await queryRows(database, "DROP SCHEMA IF EXISTS proof CASCADE; CREATE SCHEMA proof");
  await queryRows(database, "SET search_path TO proof");
  await queryRows(database, BASE);
  if (base !== "") await queryRows(database, base);
}

/** Without the engine: what the rules say by themselves. */
async function codesOf(base: string, files: readonly string[]): Promise<readonly string[]> {
  const sources = [
    { path: "0.sql", text: BASE + base, isHistory: true },
    ...files.map((text, index) => ({ path: `${index + 1}.sql`, text })),
  ];
  return (await lintMigrations(sources)).map(({ code }) => code);
}
