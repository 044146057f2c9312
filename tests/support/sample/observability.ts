import type { SystemInput } from "./system-input.ts";

type Observability = SystemInput["observability"];
type Metric = NonNullable<Observability["metrics"]>[number];
type Alert = NonNullable<Observability["alerts"]>[number];

/** Metric, its kind and component, the target, and when the alert fires. */
const WATCHED: readonly (readonly [
  name: string,
  kind: Metric["kind"],
  component: string,
  target: string,
  condition: string,
  expression: string,
])[] = [
  [
    "http_request_duration_seconds",
    "histogram",
    "catalogue-service",
    "critical-endpoint-latency",
    "p95 above 150 ms",
    "histogram_quantile(0.95, sum by (le) (rate(http_request_duration_seconds_bucket[5m]))) > 0.15",
  ],
  [
    "search_duration_seconds",
    "histogram",
    "catalogue-service",
    "complex-query-latency",
    "p99 above 500 ms",
    "histogram_quantile(0.99, sum by (le) (rate(search_duration_seconds_bucket[5m]))) > 0.5",
  ],
  [
    "database_query_duration_seconds",
    "histogram",
    "library-db",
    "database-query-latency",
    "p95 above 50 ms",
    "histogram_quantile(0.95, sum by (le) (rate(database_query_duration_seconds_bucket[5m]))) > 0.05",
  ],
  [
    "cache_hit_ratio",
    "gauge",
    "catalogue-cache",
    "cache-hit-rate",
    "below 95 %",
    "cache_hit_ratio < 0.95",
  ],
  [
    "cpu_utilisation_ratio",
    "gauge",
    "lending-service",
    "cpu-utilisation",
    "above 70 %",
    "cpu_utilisation_ratio > 0.7",
  ],
  [
    "memory_utilisation_ratio",
    "gauge",
    "lending-service",
    "memory-utilisation",
    "above 80 %",
    "memory_utilisation_ratio > 0.8",
  ],
  [
    "probe_success_ratio",
    "gauge",
    "lending-service",
    "availability",
    "below 99.95 %",
    "avg_over_time(probe_success_ratio[1h]) < 0.9995",
  ],
  [
    "loan_errors_total",
    "counter",
    "lending-service",
    "critical-error-rate",
    "above 0.1 %",
    "rate(loan_errors_total[5m]) > 0.001",
  ],
  [
    "http_errors_total",
    "counter",
    "catalogue-service",
    "general-error-rate",
    "above 1 %",
    "rate(http_errors_total[5m]) > 0.01",
  ],
  [
    "load_headroom_ratio",
    "gauge",
    "catalogue-service",
    "growth",
    "headroom below 10 times",
    "load_headroom_ratio < 10",
  ],
  [
    "scale_out_duration_seconds",
    "histogram",
    "catalogue-service",
    "autoscaling-reaction",
    "longer than 5 minutes",
    "histogram_quantile(0.95, sum by (le) (rate(scale_out_duration_seconds_bucket[1h]))) > 300",
  ],
  [
    "critical_recovery_duration_seconds",
    "gauge",
    "lending-service",
    "critical-recovery",
    "longer than 5 minutes",
    "critical_recovery_duration_seconds > 300",
  ],
  [
    "major_recovery_duration_seconds",
    "gauge",
    "lending-service",
    "major-recovery",
    "longer than 30 minutes",
    "major_recovery_duration_seconds > 1800",
  ],
];

export const observabilitySection = {
  observability: {
    metrics: WATCHED.map(([name, kind, component, target]): Metric => ({
      id: name.replaceAll("_", "-"),
      name,
      kind,
      description: `Measures the target ${target}.`,
      component,
      targets: [target],
    })),
    slos: [
      {
        id: "search-speed",
        name: "Fast searches",
        target: "critical-endpoint-latency",
        objective: 95,
        windowDays: 30,
        metric: "http-request-duration-seconds",
      },
      {
        id: "availability",
        name: "Availability",
        target: "availability",
        objective: 99.95,
        windowDays: 30,
        metric: "probe-success-ratio",
      },
    ],
    alerts: WATCHED.map(([name, , , target, condition, expression]): Alert => ({
      id: `${target}-missed`,
      name: `Target missed: ${target}`,
      metric: name.replaceAll("_", "-"),
      targets: [target],
      condition,
      expression,
      forMinutes: 5,
      severity: target === "availability" ? "page" : "ticket",
      runbook: ["Open the dashboard of the component.", "Add an instance or roll back."],
    })),
  },
} satisfies Partial<SystemInput>;
