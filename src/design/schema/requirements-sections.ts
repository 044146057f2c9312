import { z } from "zod";
import { element, reference } from "./identity.ts";
import { basis, name, prose, quantity, satisfies } from "./text.ts";

export const term = element("term", {
  name: name(),
  definition: prose(),
  requirements: satisfies(),
});

export const requirement = element("requirement", {
  kind: z.enum(["functional", "quality", "constraint"]),
  name: name(),
  text: prose(),
  priority: z.enum(["must", "should", "could"]),
  /** `open`: cannot be designed before the open question about it is answered. */
  scope: z.enum(["in", "out", "open"]),
  /** Why it is out of scope, or what is unclear. */
  reason: prose().optional(),
});

/** What is measured against a target. */
export const targetMeasure = z.enum([
  "latency",
  "query-latency",
  "availability",
  "error-rate",
  "throughput",
  "concurrent-users",
  "cache-hit-rate",
  "cpu",
  "memory",
  "growth",
  "autoscaling-reaction",
  "recovery-time",
  "recovery-point",
  "retention",
]);

export const target = element("target", {
  name: name(),
  measure: targetMeasure,
  comparator: z.enum(["lt", "lte", "gt", "gte"]),
  value: z.number().nonnegative(),
  unit: z.enum(["ms", "s", "min", "h", "days", "percent", "per-second", "users", "times"]),
  percentile: z.number().min(1).max(100).optional(),
  /** What it holds for, in words: `critical endpoints`. */
  scope: name(),
  basis,
  /** Why it differs from the default, or why it was assumed. */
  reason: prose().optional(),
  requirements: satisfies(),
});

/** How much the system has to carry. */
export const load = z.strictObject({
  registeredUsers: quantity(),
  /** At peak, as requirements state it. */
  concurrentUsers: quantity(),
  /** Seconds between two requests of one active user. */
  thinkTimeSeconds: quantity(),
  /** Peak rate divided by average rate. */
  peakFactor: quantity(),
  /** Share of requests that only read, 0 to 1. */
  readShare: quantity(),
  requestBytes: quantity(),
  responseBytes: quantity(),
  /** Growth of users and data per year, in percent. */
  growthPercentPerYear: quantity(),
});

export const assumption = element("assumption", {
  text: prose(),
  reason: prose(),
  /** Unit that made it; a unit that is drafted again replaces its own. */
  unit: z.string().max(80),
  requirement: reference("requirement").optional(),
});

export const question = element("question", {
  text: prose(),
  /** What the design does until it is answered. */
  meanwhile: prose(),
  unit: z.string().max(80),
  requirement: reference("requirement").optional(),
});
