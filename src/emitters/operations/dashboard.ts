import type { Artifact, Origin } from "../../artifacts/artifact.ts";
import type { Design, System } from "../../design/design.ts";
import { digest } from "../../util/digest.ts";
import { ERROR_RATIO } from "./burn-windows.ts";
import { errorRatio } from "./error-ratio.ts";

/** One panel without its place, and what it is about. */
interface Panel {
  readonly subject: string;
  readonly type: "timeseries" | "stat" | "table";
  readonly title: string;
  readonly description: string;
  readonly queries: readonly { readonly expr: string; readonly legend: string }[];
  readonly unit: string;
  /** Drawn as a line: beyond it the target is missed. */
  readonly threshold?: number;
}

/** Grafana's grid has 24 columns. */
const WIDTH = 12;
const HEIGHT = 8;
const SCHEMA_VERSION = 41;
const DATASOURCE = { type: "prometheus", uid: "${datasource}" } as const;

/**
 * `grafana/dashboard.json`: error budgets, what every alert watches with its threshold, and each
 * metric. The source of data is a variable, so that it can be imported anywhere.
 */
export function dashboard(design: Design): readonly Artifact[] {
  const { title, observability } = design.system;
  const rows: readonly (readonly [string, readonly Panel[]])[] = [
    ["Objectives", observability.slos.flatMap((slo) => budgetPanel(slo, design))],
    ["Targets", observability.alerts.map(targetPanel)],
    ["Metrics", observability.metrics.map(metricPanel)],
  ];
  const origins: Origin[] = [];
  const panels: object[] = [];
  let y = 0;
  for (const [name, own] of rows) {
    if (own.length === 0) continue;
    panels.push({
      id: panels.length + 1,
      type: "row",
      title: name,
      collapsed: false,
      panels: [],
      gridPos: { h: 1, w: 24, x: 0, y },
    });
    y += 1;
    for (const [place, panel] of own.entries()) {
      origins.push({ locator: { pointer: `/panels/${panels.length}` }, subject: panel.subject });
      const x = (place % 2) * WIDTH;
      const gridPos = { h: HEIGHT, w: WIDTH, x, y: y + Math.floor(place / 2) * HEIGHT };
      panels.push(panelJson(panel, panels.length + 1, gridPos));
    }
    y += Math.ceil(own.length / 2) * HEIGHT;
  }
  if (panels.length === 0) return [];
  const board = {
    uid: digest(title).slice(0, 12),
    title,
    tags: ["groundplan"],
    editable: true,
    schemaVersion: SCHEMA_VERSION,
    time: { from: "now-6h", to: "now" },
    refresh: "1m",
    templating: {
      list: [{ name: "datasource", type: "datasource", query: "prometheus", label: "Source" }],
    },
    panels,
  };
  const text = `${JSON.stringify(board, undefined, 2)}\n`;
  return [{ path: "operations/grafana/dashboard.json", kind: "dashboard", text, origins }];
}

/** The share of the error budget that the last hour burns; 1 is as fast as the window allows. */
function budgetPanel(
  slo: System["observability"]["slos"][number],
  design: Design,
): readonly Panel[] {
  // Without a ratio of errors no rule records it.
  if (errorRatio(slo, design, "1h") === undefined) return [];
  const budget = Number((1 - slo.objective / 100).toPrecision(6));
  return [
    {
      subject: `system/slo/${slo.id}`,
      type: "timeseries",
      title: `Budget burnt: ${slo.name}`,
      description: `Error ratio divided by the budget of ${slo.objective} % over ${slo.windowDays} days. At 1 the budget lasts exactly that long.`,
      queries: ["5m", "1h", "6h"].map((window) => ({
        expr: `${ERROR_RATIO}${window}{slo="${slo.id}"} / ${budget}`,
        legend: window,
      })),
      unit: "none",
      threshold: 1,
    },
  ];
}

/** What an alert compares, beside the number that it compares it with. */
function targetPanel({
  id,
  name,
  condition,
  expression,
}: System["observability"]["alerts"][number]): Panel {
  const split = /^(.*\S)\s*(?:>=|<=|>|<)\s*(-?\d+(?:\.\d+)?(?:e[+-]?\d+)?)$/s.exec(expression);
  return {
    subject: `system/alert/${id}`,
    type: "timeseries",
    title: name,
    description: condition,
    queries: [{ expr: split?.[1] ?? expression, legend: "" }],
    unit: "none",
    ...(split?.[2] === undefined ? {} : { threshold: Number(split[2]) }),
  };
}

function metricPanel({
  id,
  name,
  kind,
  description,
}: System["observability"]["metrics"][number]): Panel {
  return {
    subject: `system/metric/${id}`,
    type: "timeseries",
    title: name,
    description,
    queries: queriesOf(name, kind),
    unit: name.endsWith("_seconds") ? "s" : name.endsWith("_bytes") ? "bytes" : "none",
  };
}

function queriesOf(name: string, kind: "counter" | "gauge" | "histogram"): Panel["queries"] {
  switch (kind) {
    case "counter":
      return [{ expr: `sum(rate(${name}[5m]))`, legend: "per second" }];
    case "gauge":
      return [
        { expr: `avg(${name})`, legend: "average" },
        { expr: `max(${name})`, legend: "highest" },
      ];
    case "histogram":
      return [0.5, 0.95, 0.99].map((share) => ({
        expr: `histogram_quantile(${share}, sum by (le) (rate(${name}_bucket[5m])))`,
        legend: `p${share * 100}`,
      }));
    default:
      return kind satisfies never;
  }
}

function panelJson(
  { type, title, description, queries, unit, threshold }: Panel,
  id: number,
  gridPos: object,
): object {
  const steps = [
    { color: "green", value: null },
    ...(threshold === undefined ? [] : [{ color: "red", value: threshold }]),
  ];
  return {
    id,
    type,
    title,
    description,
    datasource: DATASOURCE,
    gridPos,
    fieldConfig: {
      defaults: {
        unit,
        min: 0,
        thresholds: { mode: "absolute", steps },
        custom: { thresholdsStyle: { mode: threshold === undefined ? "off" : "line" } },
      },
      overrides: [],
    },
    options: { legend: { showLegend: true, displayMode: "list", placement: "bottom" } },
    targets: queries.map(({ expr, legend }, index) => ({
      refId: String.fromCharCode(65 + index),
      datasource: DATASOURCE,
      expr,
      ...(legend === "" ? {} : { legendFormat: legend }),
    })),
  };
}
