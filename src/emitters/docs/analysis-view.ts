import { pipelineDiagram } from "../../artifacts/mermaid/pipeline-diagram.ts";
import type { Design, Store, System } from "../../design/design.ts";
import { isClickhouse } from "../../design/warehouse/is-clickhouse.ts";
import { warehousePaths } from "../../design/warehouse/warehouse-paths.ts";
import { warehouseTables } from "../../design/warehouse/warehouse-tables.ts";
import type { WarehouseTable } from "../../design/warehouse/warehouse-table.ts";
import { formatNumber } from "./format-number.ts";
import { listed } from "./listed.ts";
import { named } from "./named.ts";

type Pipeline = System["governance"]["pipelines"][number];

/** The way from transactions to analysis, with the files that hold it; empty where nobody asked. */
export function analysisView(design: Design): object {
  const { system } = design;
  return {
    diagram: pipelineDiagram(design)[0]?.text.trimEnd() ?? "",
    stores: system.stores
      .filter(({ kind }) => kind === "olap")
      .map((store) => storeView(design, store))
      .filter(({ tables }) => tables.length > 0),
    jobs: system.governance.pipelines.map((pipeline) => jobRow(pipeline, design)),
  };
}

function storeView(design: Design, store: Store) {
  const tables = warehouseTables(design, store);
  return {
    name: store.name,
    schema: isClickhouse(store) ? warehousePaths.schema(store) : "",
    tables: tables.map((table) => tableRow(table, tables)),
  };
}

function tableRow(table: WarehouseTable, all: readonly WarehouseTable[]): object {
  const { role, grain, naturalKey, validity, name, database, entity, store } = table;
  const isLoaded = role === "fact" || role === "dimension" || role === "date-dimension";
  return {
    name: `${database}.${name}`,
    role: role.replace("-", " "),
    grain,
    key: listed(naturalKey.map((column) => column.field.name)),
    history: validity === undefined ? "–" : "every version (type 2)",
    rows: formatNumber(entity.rows.value),
    load: isLoaded && isClickhouse(store) ? warehousePaths.load(table, all) : "",
  };
}

function jobRow(pipeline: Pipeline, { system }: Design): object {
  const { source, sink, topic, kind, windowSeconds, windowType } = pipeline;
  const isCapture = kind === "change-data-capture";
  const from = named([source], [...system.events, ...system.stores, ...system.actors]);
  const to = named([sink], system.stores);
  return {
    name: pipeline.name,
    path: warehousePaths.job(pipeline),
    kind: kind.replaceAll("-", " "),
    source: topic === undefined || isCapture ? from : `${from}: ${topic}`,
    sink: topic === undefined || !isCapture ? to : `${to}: ${topic}`,
    window: windowSeconds === undefined ? "–" : `${windowType ?? "tumbling"}, ${windowSeconds} s`,
    lateness: duration(pipeline.latenessSeconds),
    freshness: duration(pipeline.freshnessSeconds),
    replay: duration(pipeline.replaySeconds),
    delivery: pipeline.delivery?.replaceAll("-", " ") ?? "–",
    description: pipeline.description,
  };
}

function duration(seconds: number | undefined): string {
  if (seconds === undefined) return "–";
  const days = seconds / 86_400;
  return Number.isInteger(days) && days > 0 ? `${days} d` : `${seconds} s`;
}
