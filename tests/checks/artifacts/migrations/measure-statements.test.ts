import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import type { Database } from "../../../../src/engines/database.ts";
import { queryRows } from "../../../../src/engines/database.ts";
import type { StatementEffect } from "../../../../src/engines/measure-statements.ts";
import { measureStatements } from "../../../../src/engines/measure-statements.ts";
import { openDatabase } from "../../../../src/engines/open-database.ts";
import { testHost } from "../../../sql/sql-fixtures.ts";

let database: Database;
beforeAll(async () => {
  database = await openDatabase(testHost());
}, 60_000);
afterAll(() => database.close());
beforeEach(async () => {
  await queryRows(
    database,
    `DROP SCHEMA IF EXISTS measure CASCADE; CREATE SCHEMA measure; SET search_path TO measure;
     CREATE TABLE customers (id integer PRIMARY KEY, email varchar(50), age integer, born timestamptz);
     INSERT INTO customers SELECT n, 'a' || n, n, now() FROM generate_series(1, 50) n;
     CREATE TABLE orders (id integer PRIMARY KEY, customer_id integer);
     INSERT INTO orders SELECT n, n FROM generate_series(1, 50) n`,
  );
});

async function measure(...statements: readonly string[]): Promise<StatementEffect> {
  const effects = await measureStatements(database, statements);
  expect(effects).toHaveLength(statements.length);
  const last = effects.at(-1);
  if (last === undefined) throw new Error("nothing was measured");
  return last;
}

const EXCLUSIVE = "AccessExclusiveLock";

// Lock modes and rewrites as the PostgreSQL manual has them for each form: ALTER TABLE, "Notes".
test.each([
  ["CREATE INDEX i ON customers (age)", { customers: "ShareLock" }, [], ["customers"]],
  [
    "ALTER TABLE customers ALTER age TYPE bigint",
    { customers: EXCLUSIVE },
    ["customers", "customers_pkey"],
    ["customers"],
  ],
  ["ALTER TABLE customers ALTER email TYPE varchar(90)", { customers: EXCLUSIVE }, [], []],
  [
    "ALTER TABLE customers ALTER email TYPE varchar(20)",
    { customers: EXCLUSIVE },
    ["customers", "customers_pkey"],
    ["customers"],
  ],
  ["ALTER TABLE customers ADD note text", { customers: EXCLUSIVE }, [], []],
  ["ALTER TABLE customers ADD note text NOT NULL DEFAULT 'x'", { customers: EXCLUSIVE }, [], []],
  ["ALTER TABLE customers ADD at timestamptz DEFAULT now()", { customers: EXCLUSIVE }, [], []],
  [
    "ALTER TABLE customers ADD at timestamptz DEFAULT clock_timestamp()",
    { customers: EXCLUSIVE },
    ["customers", "customers_pkey"],
    ["customers"],
  ],
  ["ALTER TABLE customers ALTER age SET NOT NULL", { customers: EXCLUSIVE }, [], ["customers"]],
  [
    "ALTER TABLE customers ADD CONSTRAINT c CHECK (age > 0)",
    { customers: EXCLUSIVE },
    [],
    ["customers"],
  ],
  [
    "ALTER TABLE customers ADD CONSTRAINT c CHECK (age > 0) NOT VALID",
    { customers: EXCLUSIVE },
    [],
    [],
  ],
  [
    "ALTER TABLE orders ADD CONSTRAINT f FOREIGN KEY (customer_id) REFERENCES customers (id)",
    { customers: "ShareRowExclusiveLock", orders: "ShareRowExclusiveLock" },
    [],
    ["customers", "orders"],
  ],
  [
    "ALTER TABLE orders ADD CONSTRAINT f FOREIGN KEY (customer_id) REFERENCES customers (id) NOT VALID",
    { customers: "ShareRowExclusiveLock", orders: "ShareRowExclusiveLock" },
    [],
    [],
  ],
  ["UPDATE customers SET age = 1", { customers: "RowExclusiveLock" }, [], ["customers"]],
  ["ALTER TABLE customers RENAME TO clients", { customers: EXCLUSIVE }, [], []],
  ["DROP TABLE customers", { customers: EXCLUSIVE }, [], []],
  ["TRUNCATE customers", { customers: EXCLUSIVE }, ["customers", "customers_pkey"], ["customers"]],
  ["SELECT 1", {}, [], []],
])("%s", async (sql, locks, rewritten, scanned) => {
  const effect = await measure(sql);
  expect(effect).toMatchObject({ mode: "transaction", rewritten, scanned });
  expect(Object.fromEntries(effect.locks)).toEqual(locks);
});

test("a check that is valid already saves the scan of NOT NULL, and validating does the scan", async () => {
  const add = "ALTER TABLE customers ADD CONSTRAINT c CHECK (age IS NOT NULL) NOT VALID";
  const validate = "ALTER TABLE customers VALIDATE CONSTRAINT c";
  const validated = await measure(add, validate);
  expect(validated.scanned).toEqual(["customers"]);
  expect([...validated.locks]).toEqual([["customers", "ShareUpdateExclusiveLock"]]);
  const required = await measure("ALTER TABLE customers ALTER age SET NOT NULL");
  expect(required.scanned).toEqual([]);
});

test("each statement has its own locks and scans, whatever came before it", async () => {
  const effects = await measureStatements(database, [
    "BEGIN",
    "SET LOCAL lock_timeout = '5s'",
    "LOCK TABLE customers IN ACCESS EXCLUSIVE MODE",
    "CREATE TABLE notes (id integer)",
    "CREATE INDEX i ON customers (age)",
    "ALTER TABLE customers ADD note text",
    "COMMIT",
  ]);
  expect(effects.map(({ mode }) => mode)).toEqual([
    "control",
    ...Array.from({ length: 5 }, () => "transaction"),
    "control",
  ]);
  expect(effects.map(({ created }) => created).flat()).toEqual(["notes"]);
  expect(effects[4]?.locks.get("customers")).toBe("ShareLock");
  expect(effects.flatMap(({ scanned }) => scanned)).toEqual(["customers"]);
});

test("what refuses a transaction runs without one", async () => {
  const built = await measure("CREATE INDEX CONCURRENTLY i ON customers (age)");
  expect(built).toMatchObject({
    mode: "outside-transaction",
    scanned: ["customers"],
    rewritten: [],
  });
  const loop =
    "DO $$ BEGIN FOR n IN 1..3 LOOP UPDATE customers SET age = n; COMMIT; END LOOP; END $$";
  expect((await measure(loop)).mode).toBe("outside-transaction");
  const [row] = await queryRows(database, "SELECT DISTINCT age FROM customers");
  expect(row).toEqual({ age: 3 });
});

test("the first failure is the last effect, and nothing of it stays", async () => {
  const effects = await measureStatements(database, [
    "ALTER TABLE customers ADD CONSTRAINT c CHECK (age < 10)",
    "DROP TABLE orders",
  ]);
  expect(effects.map(({ failure }) => failure?.code)).toEqual(["23514"]);
  expect(await queryRows(database, "SELECT id FROM orders LIMIT 1")).toHaveLength(1);
  const duplicate = await measureStatements(database, [
    "INSERT INTO orders VALUES (60, 1), (61, 1)",
    "CREATE UNIQUE INDEX CONCURRENTLY u ON orders (customer_id)",
  ]);
  expect(duplicate.map(({ failure }) => failure?.code)).toEqual([undefined, "23505"]);
});

test("a table of another schema carries its schema", async () => {
  const effect = await measure(
    "DROP SCHEMA IF EXISTS other CASCADE; CREATE SCHEMA other; CREATE TABLE other.t (id integer)",
    "DROP SCHEMA other CASCADE",
  );
  expect([...effect.locks]).toEqual([["other.t", EXCLUSIVE]]);
});
