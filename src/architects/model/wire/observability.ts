import { z } from "zod";
import { toSnake } from "../../../util/naming.ts";
import { choice, guesses, text, texts } from "./answer-parts.ts";
import type { WireUnit } from "./wire-unit.ts";

const schema = z.object({
  observability: z.object({
    metrics: z.array(
      z.object({
        id: text(),
        name: text(),
        kind: choice(["counter", "gauge", "histogram"]),
        description: text(),
        component: text(),
        targets: texts(),
      }),
    ),
    slos: z.array(
      z.object({
        id: text(),
        name: text(),
        target: text(),
        objective: z.number(),
        windowDays: z.int(),
        metric: text(),
      }),
    ),
    alerts: z.array(
      z.object({
        id: text(),
        name: text(),
        metric: text(),
        targets: texts(),
        condition: text(),
        expression: text(),
        forMinutes: z.int(),
        severity: choice(["page", "ticket"]),
        runbook: texts(),
      }),
    ),
  }),
  ...guesses,
});

/** What is measured, promised and alerted on. */
export const observabilityWire: WireUnit = {
  kind: "observability",
  schema,
  toSections(answer) {
    const { observability } = answer as z.infer<typeof schema>;
    const metrics = observability.metrics.map((metric) => ({
      ...metric,
      name: /^[a-z_][a-z0-9_]*$/.test(metric.name) ? metric.name : toSnake(metric.name),
    }));
    return { system: { observability: { ...observability, metrics } } };
  },
  fromSections: (sections) => sections,
};
