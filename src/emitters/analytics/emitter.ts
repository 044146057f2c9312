import type { Artifact } from "../../artifacts/artifact.ts";
import type { Design, Store } from "../../design/design.ts";
import { isClickhouse } from "../../design/warehouse/is-clickhouse.ts";
import { warehouseTables } from "../../design/warehouse/warehouse-tables.ts";
import type { Diagnostic } from "../../diagnostics/diagnostic.ts";
import type { Emission, Emitter } from "../emitter.ts";
import { warehouseFiles } from "./clickhouse/warehouse-files.ts";
import { jobFiles } from "./job-files.ts";
import { unknownEngine } from "./unknown-engine.ts";

/** `analytics/`: tables and loads of every analytical store, and the jobs that fill them. */
export const analyticsEmitter: Emitter = { id: "analytics", emit };

function emit(design: Design): Emission {
  const stores = design.system.stores.filter(({ kind }) => kind === "olap");
  const emissions = stores.map((store) => emitStore(design, store));
  return {
    artifacts: [...emissions.flatMap(({ artifacts }) => artifacts), ...jobFiles(design)],
    diagnostics: emissions.flatMap(({ diagnostics }) => diagnostics),
  };
}

function emitStore(
  design: Design,
  store: Store,
): { readonly artifacts: readonly Artifact[]; readonly diagnostics: readonly Diagnostic[] } {
  const tables = warehouseTables(design, store);
  if (tables.length === 0) return { artifacts: [], diagnostics: [] };
  const { engine, name, id } = store;
  return isClickhouse(store)
    ? { artifacts: warehouseFiles(design, store, tables), diagnostics: [] }
    : {
        artifacts: [],
        diagnostics: [unknownEngine(`system/store/${id}`, { engine, store: name })],
      };
}
