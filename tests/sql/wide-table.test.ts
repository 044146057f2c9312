import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { ProofEngine } from "../../src/checks/artifacts/migrations/proof-engine.ts";
import { openEngine } from "../../src/checks/artifacts/migrations/open-engine.ts";
import type { DatabaseEngine } from "../../src/design/database-engine.ts";
import { databaseEngines } from "../../src/design/database-engine.ts";
import type { Design } from "../../src/design/design.ts";
import { findPostgresql, startPostgresql } from "../support/postgresql-server.ts";
import type { PostgresqlServer } from "../support/postgresql-server.ts";
import { evolve, onEngine, proveOn, testHost, textOf } from "./sql-fixtures.ts";
import { changeRows } from "./wide-table/change-rows.ts";
import { columnRows } from "./wide-table/column-rows.ts";
import { keyRows } from "./wide-table/key-rows.ts";
import { physicalRows } from "./wide-table/physical-rows.ts";

const wideTable = [...columnRows, ...keyRows, ...changeRows, ...physicalRows];

// One row for each construct, one column for each dialect: what is said exactly, and that it runs.
const engines: readonly { engine: DatabaseEngine; proof?: ProofEngine; reason?: string }[] =
  await Promise.all(
    databaseEngines.map(async (engine) => {
      const opened = await openEngine(engine, testHost());
      return "reason" in opened ? { engine, reason: opened.reason } : { engine, proof: opened };
    }),
  );
afterAll(async () => {
  for (const { proof } of engines) await proof?.close();
});

const debian = findPostgresql();
const noDebian = "reason" in debian ? debian.reason : "";

describe.each(engines)("$engine", ({ engine, proof, reason }) => {
  const title = reason === undefined ? "said and executed" : `said; NOT EXECUTED: ${reason}`;
  describe(title, () => {
    test.each(wideTable)("$construct", async ({ before, after, sql }) => {
      const versions = [before, after].flatMap((design) =>
        design === undefined ? [] : [onEngine(design, engine)],
      );
      const artifacts = evolve(...versions);
      const ups = artifacts.filter(({ kind }) => kind === "sql-up");
      const last = ups.filter(({ path }) => !path.includes("/0001_") || before === undefined);
      const text = (last.length === 0 ? ups : last).map((artifact) => artifact.text).join("\n");
      const expected = sql[engine];
      const lines = Array.isArray(expected) ? expected : [expected];
      for (const line of lines) expect(text).toContain(line);
      const design = versions.at(-1);
      if (proof === undefined || design === undefined) return;
      expect(await proveOn(proof, design, artifacts)).toEqual([]);
    });
  });
});

describe.skipIf(noDebian !== "")(
  `Debian's PostgreSQL${noDebian && ` (not here: ${noDebian})`}`,
  () => {
    let server: PostgresqlServer;
    beforeAll(async () => {
      if ("bin" in debian) server = await startPostgresql(debian.bin);
    });
    afterAll(() => server?.stop());
    test.each(wideTable.map((row, index) => ({ ...row, index })))(
      "$construct",
      ({ before, after, index }) => {
        const versions: readonly Design[] = [before, after].flatMap((design) => design ?? []);
        const artifacts = evolve(...versions);
        const [migrated, desired] = [`m${index}`, `d${index}`];
        server.run("postgres", `create database ${migrated}`);
        server.run("postgres", `create database ${desired}`);
        const up = artifacts.filter(({ kind }) => kind === "sql-up").map(({ text }) => text);
        for (const text of up) server.run(migrated, text);
        server.run(desired, textOf(artifacts, "schema.sql"));
        expect(columnsSorted(server.dump(migrated))).toEqual(columnsSorted(server.dump(desired)));
      },
    );
  },
);

/** Where a column was added, a migration cannot choose. */
function columnsSorted(dump: string): readonly string[] {
  return dump
    .split("\n")
    .map((line) => line.trim().replace(/,$/, ""))
    .filter((line) => line !== "")
    .sort();
}
