import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { warehouseLoadsCheck } from "../../../src/checks/artifacts/warehouse-loads.ts";
import { warehouseSyntaxCheck } from "../../../src/checks/artifacts/warehouse-syntax.ts";
import type { Design } from "../../../src/design/design.ts";
import { analyticsEmitter } from "../../../src/emitters/analytics/emitter.ts";
import { openClickhouse } from "../../../src/engines/open-clickhouse.ts";
import { splitClickhouse } from "../../../src/engines/split-clickhouse.ts";
import { createMemoryHost } from "../../../src/host/memory.ts";
import { analyticsDesign } from "../../support/analytics-design.ts";
import { arbitraryDesign } from "../../support/arbitrary-design.ts";
import { invalid, valid } from "../../support/cases.ts";
import { emitOptions } from "../../support/emit-options.ts";
import { sampleDesign } from "../../support/sample-design.ts";

describe("tables of any design", () => {
  test("are read by a parser and made by the engine, whatever their names are", async () => {
    await fc.assert(
      fc.asyncProperty(arbitraryDesign(), async (random) => {
        const design = analytical(random);
        const { artifacts } = analyticsEmitter.emit(design, emitOptions());
        const context = { design, host: createMemoryHost() };
        const found = [
          ...(await warehouseSyntaxCheck.check(artifacts, context)),
          ...(await warehouseLoadsCheck.check(artifacts, context)),
        ];
        expect(found.filter(({ code }) => code !== "analytics/wrong-load")).toEqual([]);
      }),
      { numRuns: 15, endOnFailure: true },
    );
  }, 180_000);
});

test("a design without analysis gets no file", () => {
  const design = sampleDesign();
  const governance = { ...design.system.governance, pipelines: [] };
  const plain = { ...design, system: { ...design.system, governance } };
  expect(analyticsEmitter.emit(plain, emitOptions()).artifacts).toEqual([]);
});

describe("analytics/unknown-engine", () => {
  valid("analytics/unknown-engine", "ClickHouse, however it is written", () =>
    analyticsEmitter.emit(withEngine("ClickHouse"), emitOptions()),
  );
  invalid("analytics/unknown-engine", "an engine that nothing can be proven on", () =>
    analyticsEmitter.emit(withEngine("bigquery"), emitOptions()),
  );
});

test("a job says what its topic has to hold and where its load is", () => {
  const { artifacts } = analyticsEmitter.emit(analyticsDesign(), emitOptions());
  const file = artifacts.find(({ path }) => path === "analytics/jobs/load-fact-ride.yaml");
  const paths = artifacts.map(({ path }) => path);
  const job: unknown = parse(file?.text ?? "");
  expect(job).toMatchObject({
    source: { topic: "ride.changes", fields: expect.arrayContaining(["dim_scooter_serial"]) },
    lateness: { seconds: 7200 },
    sink: { stage: "analytics.stage_fact_ride", key: ["id"] },
    replay: { seconds: 604_800 },
  });
  expect(paths).toContain("analytics/warehouse/load/fact_ride.sql");
});

/** The loads as they are, over rows whose outcome is known. */
describe("what a load makes of known rows", async () => {
  const engine = await openClickhouse();
  engine?.close();

  test.skipIf(engine === undefined)("versions of a dimension, and the one that held", async () => {
    const { artifacts } = analyticsEmitter.emit(analyticsDesign(), emitOptions());
    const clickhouse = await openClickhouse();
    if (clickhouse === undefined) return;
    const run = (text: string) => {
      const result = clickhouse.run(text);
      if ("failure" in result) throw new Error(result.failure);
      return result.rows;
    };
    const textOf = (path: string) =>
      splitClickhouse(artifacts.find((one) => one.path === path)?.text ?? "");
    const load = (table: string, from: string, until: string) => {
      run(`SET param_from = '${from} 00:00:00'`);
      run(`SET param_until = '${until} 00:00:00'`);
      for (const { text } of textOf(`analytics/warehouse/load/${table}.sql`)) run(text);
    };
    const stage = (serial: string, model: string, changed: string, position: number, day: string) =>
      run(
        `INSERT INTO analytics.stage_dim_scooter (serial, model, changed_at, source_position, staged_at) VALUES ('${serial}', '${model}', '${changed} 00:00:00', ${position}, '${day} 00:00:00')`,
      );
    const versions = () =>
      run(
        "SELECT model, toString(toDate(valid_from)) AS since, toString(toDate(valid_until)) AS ends FROM analytics.dim_scooter FINAL WHERE serial = 'A' ORDER BY valid_from",
      ).map(({ model, since, ends }) => [model, since, ends]);
    try {
      for (const { text } of textOf("analytics/warehouse/schema.sql")) run(text);
      run("SYSTEM STOP MERGES");
      stage("A", "one", "2026-01-01", 1, "2026-03-01");
      stage("A", "one", "2026-01-05", 2, "2026-03-01");
      stage("A", "two", "2026-01-10", 3, "2026-03-01");
      load("dim_scooter", "2026-03-01", "2026-03-02");
      // What changes nothing makes no version.
      expect(versions()).toEqual([
        ["one", "2026-01-01", "2026-01-10"],
        ["two", "2026-01-10", null],
      ]);
      // A change that arrives late goes between those that stand; another span, and twice.
      stage("A", "middle", "2026-01-07", 4, "2026-03-02");
      load("dim_scooter", "2026-03-02", "2026-03-03");
      load("dim_scooter", "2026-03-02", "2026-03-03");
      expect(versions()).toEqual([
        ["one", "2026-01-01", "2026-01-07"],
        ["middle", "2026-01-07", "2026-01-10"],
        ["two", "2026-01-10", null],
      ]);
      const ride = (id: string, at: string, metres: number, position: number) =>
        run(
          `INSERT INTO analytics.stage_fact_ride (id, occurred_at, metres, dim_scooter_serial, source_position, staged_at) VALUES ('${id}', '${at} 12:00:00', ${metres}, 'A', ${position}, '2026-03-02 01:00:00')`,
        );
      ride("r1", "2026-01-08", 100, 1);
      ride("r2", "2026-01-20", 200, 2);
      ride("r2", "2026-01-20", 250, 3);
      ride("r3", "2025-12-01", 300, 4);
      load("fact_ride", "2026-03-02", "2026-03-03");
      load("fact_ride", "2026-03-01", "2026-03-09");
      const rides = run(
        "SELECT f.id AS id, f.metres AS metres, f.dim_date_id AS day, d.model AS model FROM analytics.fact_ride AS f FINAL LEFT JOIN analytics.dim_scooter AS d FINAL ON f.dim_scooter_id = d.id ORDER BY id",
      ).map(({ id, metres, day, model }) => [id, Number(metres), day, model]);
      expect(rides).toEqual([
        ["r1", 100, 20_260_108, "middle"],
        ["r2", 250, 20_260_120, "two"],
        // Before the dimension knows anything.
        ["r3", 300, 20_251_201, ""],
      ]);
    } finally {
      clickhouse.close();
    }
  });
});

function withEngine(engine: string): Design {
  const design = analyticsDesign();
  const stores = design.system.stores.map((store) =>
    store.kind === "olap" ? { ...store, engine } : store,
  );
  return { ...design, system: { ...design.system, stores } };
}

/** The same design, with everything that is in a database in an analytical store. */
function analytical(design: Design): Design {
  const stores = design.system.stores.map((store) =>
    store.kind === "relational" ? { ...store, kind: "olap" as const, engine: "clickhouse" } : store,
  );
  return { ...design, system: { ...design.system, stores } };
}
