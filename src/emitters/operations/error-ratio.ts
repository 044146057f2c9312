import type { Design, System, Target } from "../../design/design.ts";

type Slo = System["observability"]["slos"][number];
type Metric = System["observability"]["metrics"][number];

/** Units of time in seconds. */
const SECONDS: Readonly<Partial<Record<Target["unit"], number>>> = {
  ms: 0.001,
  s: 1,
  min: 60,
  h: 3600,
  days: 86_400,
};

/**
 * PromQL for the share of bad events (0 to 1) over a window such as `5m`; `undefined` where the
 * objective's metric does not count events.
 */
export function errorRatio(slo: Slo, design: Design, window: string): string | undefined {
  const { targets, observability } = design.system;
  const target = targets.find(({ id }) => id === slo.target);
  const metric = observability.metrics.find(({ id }) => id === slo.metric);
  if (target === undefined || metric === undefined) return undefined;
  switch (target.measure) {
    case "latency":
    case "query-latency":
      return tooSlow(target, metric, window);
    case "availability":
      return unavailable(metric, window);
    case "error-rate":
      return failed(metric, design, window);
    default:
      return undefined;
  }
}

function tooSlow({ value, unit }: Target, { kind, name }: Metric, window: string) {
  const seconds = SECONDS[unit];
  if (kind !== "histogram" || seconds === undefined) return undefined;
  const inMilliseconds = name.endsWith("_milliseconds");
  const bound = Number((value * seconds * (inMilliseconds ? 1000 : 1)).toPrecision(6));
  // Prometheus 3 writes the bound 1 as 1.0, Prometheus 2 as 1.
  const matcher = Number.isInteger(bound) ? `le=~"${bound}(\\\\.0)?"` : `le="${bound}"`;
  const good = rate(`${name}_bucket`, window, matcher);
  return `1 - ${good} / ${rate(`${name}_count`, window)}`;
}

function unavailable({ kind, name }: Metric, window: string): string {
  if (kind === "gauge") return `1 - avg(avg_over_time(${name}[${window}]))`;
  const events = kind === "histogram" ? `${name}_count` : name;
  return `${rate(events, window, 'status=~"5.."')} / ${rate(events, window)}`;
}

function failed({ kind, name }: Metric, design: Design, window: string): string | undefined {
  if (kind === "gauge") return `avg(avg_over_time(${name}[${window}]))`;
  const all = requestsOf(design);
  if (kind !== "counter" || all === undefined || all === name) return undefined;
  return `${rate(name, window)} / ${rate(all, window)}`;
}

/** The series that counts every request: that of availability, or the count of the durations. */
function requestsOf({ system }: Design): string | undefined {
  const { metrics } = system.observability;
  function measuring(measure: Target["measure"], kind: Metric["kind"]): string | undefined {
    const ids = system.targets.filter((target) => target.measure === measure).map(({ id }) => id);
    return metrics.find(
      (metric) => metric.kind === kind && metric.targets.some((id) => ids.includes(id)),
    )?.name;
  }
  const counter = measuring("availability", "counter");
  if (counter !== undefined) return counter;
  const durations = measuring("latency", "histogram");
  return durations === undefined ? undefined : `${durations}_count`;
}

function rate(series: string, window: string, matcher?: string): string {
  const selector = matcher === undefined ? series : `${series}{${matcher}}`;
  return `sum(rate(${selector}[${window}]))`;
}
