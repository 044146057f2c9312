import { afterAll, beforeAll, expect, test } from "vitest";
import { contextFiles } from "../../../../src/checks/artifacts/migrations/context-files.ts";
import { createPostgresqlEngine } from "../../../../src/checks/artifacts/migrations/engines/postgresql-engine.ts";
import { measureImpact } from "../../../../src/checks/artifacts/migrations/measure-impact.ts";
import type { Design } from "../../../../src/design/design.ts";
import type { Database } from "../../../../src/engines/database.ts";
import { openDatabase } from "../../../../src/engines/open-database.ts";
import { evolve, sketchDesign, testHost } from "../../../sql/sql-fixtures.ts";

let database: Database;
beforeAll(async () => {
  database = await openDatabase(testHost());
}, 60_000);
afterAll(() => database.close());

async function impactOf(...designs: readonly Design[]): Promise<readonly string[]> {
  const [files] = contextFiles(evolve(...designs));
  if (files === undefined) throw new Error("no files");
  await createPostgresqlEngine(database).startAnew();
  return measureImpact(database, files.migrations);
}

const total = (type: string, nullable: boolean) =>
  sketchDesign({ id: "ticket", name: "Ticket", fields: [{ id: "total", type, nullable }] });

test("no statement of an online change writes a table anew or reads it under a strong lock", async () => {
  const lines = await impactOf(
    total("integer", true),
    total("bigint", true),
    total("bigint", false),
  );
  expect(lines.filter((line) => line.includes("anew"))).toEqual([]);
  expect(lines.filter((line) => line.includes("reads all"))).toEqual([
    expect.stringMatching(
      /^database\/shop\/migrations\/0007_contract_look_\S+:\d+ .*VALIDATE.*: tickets SHARE UPDATE EXCLUSIVE \(stops nobody\), reads all of tickets$/,
    ),
  ]);
});

test("what is told is of the newest change, and a rewrite is told as one", async () => {
  const keyed = (type: string) =>
    sketchDesign({ id: "ticket", name: "Ticket", fields: [{ id: "id", type }] });
  const lines = await impactOf(keyed("integer"), keyed("bigint"));
  expect(lines).toEqual([
    expect.stringContaining(
      "tickets ACCESS EXCLUSIVE (stops reads and writes), writes tickets anew",
    ),
  ]);
});

test("an index that is built beside the others stops nobody", async () => {
  const indexes = [{ id: "i", fields: ["total"], unique: false, serves: "Search." }];
  const after = sketchDesign({
    id: "ticket",
    name: "Ticket",
    fields: [{ id: "total", type: "integer", nullable: true }],
    indexes,
  });
  const [line] = await impactOf(total("integer", true), after);
  expect(line).toMatch(/CREATE INDEX CONCURRENTLY .*: waits for others and stops nobody$/);
});
