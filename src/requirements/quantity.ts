/** What a number measures. */
export type QuantityMetric =
  | "latency"
  | "query-latency"
  | "availability"
  | "downtime"
  | "throughput"
  | "concurrent-users"
  | "users"
  | "error-rate"
  | "retention"
  | "recovery-time"
  | "recovery-point"
  | "storage"
  | "payload"
  | "rate-limit"
  | "growth"
  | "peak-factor"
  | "read-write-ratio"
  | "think-time"
  | "cache-hit-rate"
  | "cpu"
  | "memory"
  | "rows"
  | "session"
  | "scaling-time"
  | "deadline"
  | "coverage"
  | "other";

/** Canonical units: every duration, size and rate is converted to the unit of its metric. */
export type QuantityUnit =
  | "ms"
  | "seconds"
  | "minutes"
  | "hours"
  | "days"
  | "percent"
  | "per-second"
  | "count"
  | "bytes"
  | "factor";

export type Comparator = "lt" | "lte" | "gt" | "gte" | "eq";

/** A number that the requirements state. */
export interface Quantity {
  readonly metric: QuantityMetric;
  readonly comparator: Comparator;
  /** In `unit`. */
  readonly value: number;
  readonly unit: QuantityUnit;
  /** 95 for p95 or "in 95% of cases". */
  readonly percentile?: number;
  /** For a rate limit: the window the value counts in, in seconds; `value` is then per window. */
  readonly windowSeconds?: number;
  /** The words that name what it is about. */
  readonly scope?: string;
  readonly requirementId: string;
  /** Stated about somebody else's system: not a target of ours. */
  readonly thirdParty: boolean;
  /** The words it was read from. */
  readonly text: string;
}
