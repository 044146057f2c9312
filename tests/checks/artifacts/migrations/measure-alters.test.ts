import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { contextFiles } from "../../../../src/checks/artifacts/migrations/context-files.ts";
import { createMysqlEngine } from "../../../../src/checks/artifacts/migrations/engines/mysql-engine.ts";
import { createSqliteEngine } from "../../../../src/checks/artifacts/migrations/engines/sqlite-engine.ts";
import type { MeasuredAlter } from "../../../../src/checks/artifacts/migrations/measure-alters.ts";
import { measureAlters } from "../../../../src/checks/artifacts/migrations/measure-alters.ts";
import type { ProofEngine } from "../../../../src/checks/artifacts/migrations/proof-engine.ts";
import { mariadbManners } from "../../../../src/checks/artifacts/migrations/server-manners.ts";
import type { Artifact } from "../../../../src/artifacts/artifact.ts";
import type { Database } from "../../../../src/engines/database.ts";
import type { DatabaseConnection } from "../../../../src/host/host.ts";
import { mariadb } from "../../../../src/sql/dialects/mysql.ts";
import { arbitraryEdit } from "../../../sql/edit-context.ts";
import type { FieldSketch } from "../../../sql/sql-fixtures.ts";
import { evolve, onEngine, sketchDesign, testHost } from "../../../sql/sql-fixtures.ts";
import { arbitraryDesign } from "../../../support/arbitrary-design.ts";

const { databases } = testHost();
if (databases === undefined) throw new Error("the machine has no engines");
const opened = await databases.mysql();
const missing = "reason" in opened ? ` (not here: ${opened.reason})` : "";

const BASE: readonly FieldSketch[] = [
  { id: "email", type: "string", maxLength: 40 },
  { id: "note", type: "string", maxLength: 200, nullable: true },
  { id: "age", type: "integer" },
];
const KEYED = { uniqueKeys: [{ id: "by-email", fields: ["email"] }] };
const without = (id: string): readonly FieldSketch[] => BASE.filter((field) => field.id !== id);

describe.skipIf(missing !== "")(`MariaDB${missing}`, () => {
  let proof: ProofEngine;
  let database: Database;
  beforeAll(async () => {
    if ("reason" in opened) return;
    proof = await createMysqlEngine(mariadb, opened);
    database = databaseOf(opened);
  });
  afterAll(() => proof?.close());

  const shop = (fields: readonly FieldSketch[], more: object = {}) =>
    onEngine(sketchDesign({ id: "customer", fields, ...more }), "mariadb");

  test.each([
    [
      "a column more",
      shop(BASE),
      shop([...BASE, { id: "city", type: "string", maxLength: 9, nullable: true }]),
      ["ALGORITHM=INSTANT, LOCK=NONE"],
    ],
    [
      "a column that the rows fill themselves",
      shop(BASE),
      shop([...BASE, { id: "made", type: "timestamp", default: { function: "now" } }]),
      ["ALGORITHM=COPY, LOCK=SHARED"],
    ],
    [
      "a longer text whose length takes a byte more",
      shop(BASE),
      shop([...without("email"), { id: "email", type: "string", maxLength: 64 }]),
      ["ALGORITHM=COPY, LOCK=SHARED"],
    ],
    [
      "a longer text whose length takes one byte still",
      shop(BASE),
      shop([...without("email"), { id: "email", type: "string", maxLength: 63 }]),
      ["ALGORITHM=INSTANT, LOCK=NONE", "ALGORITHM=COPY, LOCK=SHARED"],
    ],
    [
      "a key and its column go: together the engine would copy the table",
      shop(BASE, KEYED),
      shop(without("email")),
      ["ALGORITHM=NOCOPY, LOCK=NONE", "ALGORITHM=INSTANT, LOCK=NONE"],
    ],
    [
      "a value is required",
      shop(BASE),
      shop([...without("note"), { id: "note", type: "string", maxLength: 200 }]),
      ["ALGORITHM=INPLACE, LOCK=NONE"],
    ],
  ] as const)("%s", async (_, before, after, expected) => {
    const measured = await measureUps(evolve(before, after));
    const clauses = measured.map(({ manner }) => manner?.clause);
    expect(clauses.length).toBeGreaterThan(0);
    for (const clause of clauses) expect(expected).toContain(clause);
    expect(clauses).toContain(expected[0]);
  });

  test("files say what the server does, on random histories, up and down", async () => {
    const histories = arbitraryDesign({ maximumContexts: 1, maximumEntities: 4 }).chain(
      (design) => {
        const [context] = design.contexts;
        if (context === undefined) throw new Error("no context");
        return arbitraryEdit(context).map((second) =>
          [context, second].map((own) => onEngine({ ...design, contexts: [own] }, "mariadb")),
        );
      },
    );
    let stated = 0;
    for (const versions of fc.sample(histories, { numRuns: 12, seed: 11 })) {
      const artifacts = evolve(...versions);
      const measured = await measureUps(artifacts, true);
      for (const alter of measured) {
        const said = saidOf(artifacts, alter);
        if (said === undefined) continue;
        stated += 1;
        expect(`${said}: ${alter.text}`).toBe(`${alter.manner?.clause}: ${alter.text}`);
      }
    }
    expect(stated).toBeGreaterThan(30);
  }, 120_000);

  test("check --verbose prints algorithm and lock of the newest migration", async () => {
    const artifacts = evolve(shop(BASE), shop(without("note")));
    const [files] = contextFiles(artifacts);
    await proof.startAnew();
    const lines = await proof.measureImpact?.(files?.migrations ?? []);
    expect(lines).toEqual([
      expect.stringMatching(
        /0002_\w+\.up\.sql:\d+ ALTER TABLE .*: ALGORITHM=INSTANT, LOCK=NONE \(/,
      ),
    ]);
  });

  async function measureUps(
    artifacts: readonly Artifact[],
    isBothWays = false,
  ): Promise<readonly MeasuredAlter[]> {
    await proof.startAnew();
    const migrations = contextFiles(artifacts).flatMap((files) => files.migrations);
    const measured: MeasuredAlter[] = [];
    for (const { up } of migrations) {
      measured.push(...(await measureAlters(database, up, mariadbManners)));
    }
    for (const { down } of isBothWays ? migrations.toReversed() : []) {
      if (down !== undefined)
        measured.push(...(await measureAlters(database, down, mariadbManners)));
    }
    return isBothWays ? measured : measured.filter(({ path }) => path.includes("/0002_"));
  }
});

test("SQLite: tables that were written anew are named", async () => {
  const proof = await createSqliteEngine(databases);
  const shop = (fields: readonly FieldSketch[]) =>
    onEngine(sketchDesign({ id: "customer", fields }, { id: "other" }), "sqlite");
  const artifacts = evolve(shop(BASE), shop([...without("age"), { id: "age", type: "text" }]));
  const [files] = contextFiles(artifacts);
  const lines = await proof.measureImpact?.(files?.migrations ?? []);
  await proof.close();
  expect(lines).toEqual([
    expect.stringMatching(
      /0002_\w+\.up\.sql: one transaction: other writers wait, writes customers anew$/,
    ),
  ]);
});

function databaseOf(connection: DatabaseConnection): Database {
  return {
    async run(sql) {
      try {
        return { rows: await connection.run(sql) };
      } catch (error) {
        const code = error instanceof Error && "sqlState" in error ? String(error.sqlState) : "";
        return { failure: { message: String(error), code } };
      }
    },
    close: () => connection.close(),
  };
}

/** What the file says itself: the clause, or the note above a statement that copies. */
function saidOf(artifacts: readonly Artifact[], { path, line }: MeasuredAlter): string | undefined {
  const lines = artifacts.find((artifact) => artifact.path === path)?.text.split("\n") ?? [];
  const end = lines.findIndex((text, index) => index >= line - 1 && text.endsWith(";"));
  const clause = /^ {2}(ALGORITHM=\w+, LOCK=\w+);$/.exec(lines[end] ?? "")?.[1];
  return clause ?? /^-- note: .*\((ALGORITHM=COPY, LOCK=SHARED)\)/.exec(lines[line - 2] ?? "")?.[1];
}
