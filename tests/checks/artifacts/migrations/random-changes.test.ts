import { afterAll, beforeAll, expect, test } from "vitest";
import type { Database } from "../../../../src/engines/database.ts";
import { openDatabase } from "../../../../src/engines/open-database.ts";
import { proveRandomChanges } from "../../../sql/prove-random-changes.ts";
import { testHost } from "../../../sql/sql-fixtures.ts";

let database: Database;
beforeAll(async () => {
  database = await openDatabase(testHost());
}, 60_000);
afterAll(() => database.close());

// 200 of them are proven by `npm run proof`.
test("30 random changes of designs are proven, with rows", async () => {
  expect(await proveRandomChanges(database, { runs: 30, seed: 2026 })).toEqual([]);
}, 300_000);
