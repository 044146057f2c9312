import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Artifact } from "../../src/artifacts/artifact.ts";
import type { Design } from "../../src/design/design.ts";
import { sqlEmitter } from "../../src/emitters/sql/emitter.ts";
import { committedDesigns } from "../support/committed-designs.ts";
import { emitOptions } from "../support/emit-options.ts";
import type { PostgresqlServer } from "../support/postgresql-server.ts";
import { findPostgresql, startPostgresql } from "../support/postgresql-server.ts";
import { evolve, sketchDesign } from "../sql/sql-fixtures.ts";
import { sampleDesign } from "../support/sample-design.ts";

// PGlite speaks the newest PostgreSQL; what is emitted has to run on the server of Debian as well.
const found = findPostgresql();
const reason = "reason" in found ? found.reason : "";

describe.skipIf(reason !== "")(`on a server of its own${reason && ` (skipped: ${reason})`}`, () => {
  let server: PostgresqlServer;
  beforeAll(async () => {
    if ("bin" in found) server = await startPostgresql(found.bin);
  });
  afterAll(() => server?.stop());

  test("the server is one that the SQL is written for", () => {
    expect(Number.parseInt(server.version, 10)).toBeGreaterThanOrEqual(15);
  });

  const designs: readonly (readonly [string, () => Design])[] = [
    ["sample", sampleDesign],
    ...committedDesigns(),
  ];
  test.each(designs)(
    "%s: up, checks, down to nothing, up again; equal to schema.sql",
    (name, design) => {
      const { artifacts, diagnostics } = sqlEmitter.emit(design(), emitOptions());
      expect(diagnostics).toEqual([]);
      const contexts = [...new Set(artifacts.flatMap(({ context }) => context ?? []))];
      expect(contexts.length).toBeGreaterThan(0);
      for (const context of contexts) {
        const own = artifacts.filter((artifact) => artifact.context === context);
        const migrated = `${name}_${context}_migrated`;
        const desired = `${name}_${context}_desired`;
        for (const database of [migrated, desired])
          server.run("postgres", `create database "${database}"`);
        const empty = server.dump(migrated);
        for (const sql of textsOf(own, "sql-schema")) server.run(desired, sql);
        const wanted = server.dump(desired);
        expect(wanted).toContain("CREATE TABLE");
        for (let turn = 1; turn <= 2; turn++) {
          for (const sql of textsOf(own, "sql-up")) server.run(migrated, sql);
          expect(server.dump(migrated)).toBe(wanted);
          for (const sql of textsOf(own, "sql-check"))
            expect(server.run(migrated, sql).trim()).toBe("");
          for (const sql of textsOf(own, "sql-down").reverse()) server.run(migrated, sql);
          expect(server.dump(migrated)).toBe(empty);
        }
      }
    },
  );

  test("a change in phases: up with rows, down to nothing, up again", () => {
    const fields = (type: string, name: string) => [
      { id: "id", type: "bigint" },
      { id: "count", type },
      { id: "note", name, type: "string", maxLength: 40, nullable: true },
    ];
    const artifacts = evolve(
      sketchDesign({ id: "ticket", name: "Ticket", fields: fields("integer", "Note") }),
      sketchDesign({
        id: "ticket",
        name: "Case",
        fields: [
          ...fields("bigint", "Remark"),
          { id: "token", type: "uuid", default: { function: "uuid" } },
        ],
        indexes: [{ id: "i", fields: ["count"], unique: false, serves: "Search." }],
        uniqueKeys: [{ id: "k", fields: ["note"] }],
      }),
    );
    const [initial = "", ...ups] = textsOf(artifacts, "sql-up");
    server.run("postgres", "create database phases");
    const empty = server.dump("phases");
    server.run("phases", initial);
    server.run("phases", "insert into tickets select n, n, n from generate_series(1, 5000) n");
    for (const sql of ups) server.run("phases", sql);
    const sums = "select count(*), sum(count), count(distinct token), max(remark) from cases";
    expect(server.run("phases", sums).trim()).toBe("5000|12502500|5000|999");
    for (const sql of textsOf(artifacts, "sql-check"))
      expect(server.run("phases", sql).trim()).toBe("");
    for (const sql of textsOf(artifacts, "sql-down").reverse()) server.run("phases", sql);
    expect(server.dump("phases")).toBe(empty);
    for (const sql of [initial, ...ups]) server.run("phases", sql);
  });
});

function textsOf(artifacts: readonly Artifact[], kind: Artifact["kind"]): string[] {
  return artifacts
    .filter((artifact) => artifact.kind === kind)
    .sort((a, b) => (a.path < b.path ? -1 : 1))
    .map(({ text }) => text);
}
