import type { Target } from "../../../design/design.ts";

/** How a measure is taken with Prometheus. */
export interface Measurement {
  readonly metric: string;
  readonly kind: "counter" | "gauge" | "histogram";
  readonly description: string;
  /** PromQL that is true while the target is missed; `value` is in the unit of the metric. */
  expression(value: number, percentile: number): string;
  /** Factor from the target's unit to the metric's. */
  scale(unit: Target["unit"]): number;
  readonly runbook: readonly string[];
}

const toSeconds = (unit: Target["unit"]): number =>
  ({ ms: 0.001, s: 1, min: 60, h: 3600, days: 86_400 })[unit as string] ?? 1;
const toShare = (unit: Target["unit"]): number => (unit === "percent" ? 0.01 : 1);
const asIs = (): number => 1;

const HTTP = "http_server_request_duration_seconds";

/** For every measure that a target may have. */
export const measurements: Readonly<Record<Target["measure"], Measurement>> = {
  latency: {
    metric: HTTP,
    kind: "histogram",
    description: "Duration of HTTP requests by route, method and status.",
    expression: (value, percentile) =>
      `histogram_quantile(${percentile / 100}, sum by (le) (rate(${HTTP}_bucket[5m]))) > ${value}`,
    scale: toSeconds,
    runbook: [
      "Find the route whose quantile rose, and when.",
      "Compare with the duration of database queries and of calls to the outside.",
      "Roll back the last release if it started then; otherwise add instances.",
    ],
  },
  "query-latency": {
    metric: "db_client_operation_duration_seconds",
    kind: "histogram",
    description: "Duration of database queries by statement name.",
    expression: (value) =>
      `histogram_quantile(0.95, sum by (le) (rate(db_client_operation_duration_seconds_bucket[5m]))) > ${value}`,
    scale: toSeconds,
    runbook: [
      "List the slowest statements (pg_stat_statements).",
      "EXPLAIN them: a sequential scan on a large table is a missing index.",
      "Look for long transactions and lock waits (pg_stat_activity).",
    ],
  },
  availability: {
    metric: "http_server_requests_total",
    kind: "counter",
    description: "HTTP requests by route and status class.",
    expression: (value) =>
      `1 - sum(rate(http_server_requests_total{status=~"5.."}[5m])) / sum(rate(http_server_requests_total[5m])) < ${value}`,
    scale: toShare,
    runbook: [
      "See which routes and which instances answer 5xx.",
      "Check the stores and external systems they depend on; switch to degraded answers where the design allows it.",
      "Roll back the last release if it started then.",
    ],
  },
  "error-rate": {
    metric: "http_server_errors_total",
    kind: "counter",
    description: "HTTP requests that failed on our side, by route and problem type.",
    expression: (value) =>
      `sum(rate(http_server_errors_total[5m])) / sum(rate(http_server_requests_total[5m])) > ${value}`,
    scale: toShare,
    runbook: [
      "Group the errors by problem type and route.",
      "Read the traces of three failed requests.",
      "Roll back or switch the feature off if one change explains them.",
    ],
  },
  throughput: {
    metric: "http_server_accepted_requests_total",
    kind: "counter",
    description: "Requests that were accepted, by route.",
    expression: (value) => `sum(rate(http_server_accepted_requests_total[5m])) > ${value}`,
    scale: asIs,
    runbook: [
      "The planned peak is exceeded: check that autoscaling follows.",
      "Raise limits of instances; shed load of the lowest tier if latency rises.",
    ],
  },
  "concurrent-users": {
    metric: "active_sessions",
    kind: "gauge",
    description: "Users with a request in the last think time.",
    expression: (value) => `sum(active_sessions) > ${value}`,
    scale: asIs,
    runbook: [
      "More users than planned: check headroom of stores first.",
      "Add instances before the next peak.",
    ],
  },
  "cache-hit-rate": {
    metric: "cache_requests_total",
    kind: "counter",
    description: "Look-ups in caches by cache and result.",
    expression: (value) =>
      `sum(rate(cache_requests_total{result="hit"}[15m])) / sum(rate(cache_requests_total[15m])) < ${value}`,
    scale: toShare,
    runbook: [
      "See which cache misses more than before.",
      "Check evictions (memory) and a burst of invalidations.",
      "Check that the database carries the misses.",
    ],
  },
  cpu: {
    metric: "container_cpu_utilisation",
    kind: "gauge",
    description: "Share of the CPU limit in use, by deployable.",
    expression: (value) => `avg by (deployable) (container_cpu_utilisation) > ${value}`,
    scale: toShare,
    runbook: [
      "Check that autoscaling has added instances.",
      "Profile one instance if load has not grown.",
    ],
  },
  memory: {
    metric: "container_memory_utilisation",
    kind: "gauge",
    description: "Share of the memory limit in use, by deployable.",
    expression: (value) => `avg by (deployable) (container_memory_utilisation) > ${value}`,
    scale: toShare,
    runbook: [
      "See whether it grows with load or with time.",
      "Restart one instance and take a heap snapshot of another if it grows with time.",
    ],
  },
  growth: {
    metric: "capacity_headroom_ratio",
    kind: "gauge",
    description: "Load that the last load test carried, divided by today's peak.",
    expression: (value) => `min(capacity_headroom_ratio) < ${value}`,
    scale: asIs,
    runbook: [
      "Repeat the load test to be sure.",
      "Work on the first bottleneck of the capacity document.",
    ],
  },
  "autoscaling-reaction": {
    metric: "autoscaling_reaction_seconds",
    kind: "histogram",
    description: "Time from crossing the threshold to a ready instance.",
    expression: (value) =>
      `histogram_quantile(0.95, sum by (le) (rate(autoscaling_reaction_seconds_bucket[1h]))) > ${value}`,
    scale: toSeconds,
    runbook: [
      "See which part takes long: decision, node, image, start-up.",
      "Keep one spare node warm; make images smaller.",
    ],
  },
  "recovery-time": {
    metric: "incident_recovery_seconds",
    kind: "gauge",
    description: "Time from detection to recovery of the last incident or drill, by class.",
    expression: (value) => `max(incident_recovery_seconds) > ${value}`,
    scale: toSeconds,
    runbook: [
      "Write the timeline of the incident.",
      "Automate the step that took longest, and repeat the drill.",
    ],
  },
  "recovery-point": {
    metric: "replication_lag_seconds",
    kind: "gauge",
    description: "How far the standby is behind, by store.",
    expression: (value) => `max(replication_lag_seconds) > ${value}`,
    scale: toSeconds,
    runbook: [
      "Check the network and the load of the standby.",
      "Do not fail over before the lag is known.",
    ],
  },
  retention: {
    metric: "retention_overdue_rows",
    kind: "gauge",
    description: "Rows older than their retention, by entity.",
    expression: () => "sum(retention_overdue_rows) > 0",
    scale: asIs,
    runbook: [
      "See why the retention job of the entity did not run or did not finish.",
      "Run it by hand in batches.",
    ],
  },
};
