import { z } from "zod";
import { element, reference } from "./identity.ts";
import { name, prose } from "./text.ts";

/** A Prometheus metric. */
const metric = element("metric", {
  /** Name in the Prometheus convention: snake_case with the base unit last. */
  name: z
    .string()
    .max(120)
    .regex(/^[a-z_][a-z0-9_]*$/),
  kind: z.enum(["counter", "gauge", "histogram"]),
  description: prose(),
  component: reference("deployable", "store").optional(),
  /** The targets it measures. */
  targets: z.array(reference("target")).default([]),
});

const slo = element("slo", {
  name: name(),
  target: reference("target"),
  /** Share of good events in percent. */
  objective: z.number().gt(0).lt(100),
  windowDays: z.int().positive(),
  metric: reference("metric"),
});

const alert = element("alert", {
  name: name(),
  metric: reference("metric"),
  targets: z.array(reference("target")).default([]),
  /** When it fires, in words with the number. */
  condition: prose(),
  /** PromQL; the labels are the emitter's. */
  expression: z.string().min(1).max(500),
  forMinutes: z.int().nonnegative(),
  severity: z.enum(["page", "ticket"]),
  /** What to do, step by step. */
  runbook: z.array(prose()).min(1),
});

export const observability = z.strictObject({
  metrics: z.array(metric).default([]),
  slos: z.array(slo).default([]),
  alerts: z.array(alert).default([]),
});
