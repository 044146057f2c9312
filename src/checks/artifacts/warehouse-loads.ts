import type { Artifact } from "../../artifacts/artifact.ts";
import { subjectAt } from "../../artifacts/subject-at.ts";
import type { Design } from "../../design/design.ts";
import { warehouseTables } from "../../design/warehouse/warehouse-tables.ts";
import type { Diagnostic } from "../../diagnostics/diagnostic.ts";
import type { Clickhouse } from "../../engines/clickhouse.ts";
import { openClickhouse } from "../../engines/open-clickhouse.ts";
import { splitClickhouse } from "../../engines/split-clickhouse.ts";
import type { ArtifactCheck } from "../artifact-check.ts";
import { doesNotRun } from "./analytics/does-not-run.ts";
import { proveLoads } from "./analytics/prove-loads.ts";

/** Makes the tables of every analytical store on ClickHouse, and proves the loads on made-up rows. */
export const warehouseLoadsCheck: ArtifactCheck = {
  cost: "slow",
  async check(artifacts, { design, host }) {
    const schemas = artifacts.filter(({ kind }) => kind === "warehouse-schema");
    const diagnostics: Diagnostic[] = [];
    for (const schema of schemas) {
      const engine = await openClickhouse();
      if (engine === undefined) {
        host.log.detail("loads were read and not run: ClickHouse (npm install chdb) is not here");
        return [];
      }
      try {
        diagnostics.push(...prove(engine, schema, artifacts, design));
      } finally {
        engine.close();
      }
    }
    return diagnostics;
  },
};

function prove(
  engine: Clickhouse,
  schema: Artifact,
  artifacts: readonly Artifact[],
  design: Design,
): readonly Diagnostic[] {
  const made = splitClickhouse(schema.text).flatMap(({ text, line }) => {
    const result = engine.run(text);
    if (!("failure" in result)) return [];
    const locator = { line };
    const details = { artifact: { path: schema.path, locator } };
    const words = { path: schema.path, problem: result.failure };
    return [doesNotRun(subjectAt(schema, locator), words, details)];
  });
  if (made.length > 0) return made;
  const folder = schema.path.slice(0, schema.path.lastIndexOf("/") + 1);
  const loads = artifacts.filter(
    ({ kind, path }) => kind === "warehouse-load" && path.startsWith(folder),
  );
  const store = design.system.stores.find(({ id }) => folder === `analytics/${id}/`);
  const tables = store === undefined ? [] : warehouseTables(design, store);
  return proveLoads(engine, loads, tables);
}
