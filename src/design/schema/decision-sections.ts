import { z } from "zod";
import { element, reference } from "./identity.ts";
import { name, prose, satisfies } from "./text.ts";

const alternative = z.strictObject({ name: name(), reason: prose() });

export const technology = element("technology", {
  /** What it is for: `Relational database`. */
  name: name(),
  choice: name(),
  reason: prose(),
  alternatives: z.array(alternative).default([]),
  tradeOffs: prose(),
  requirements: satisfies(),
});

/** An architecture decision record (MADR). */
export const decision = element("decision", {
  name: name(),
  status: z.enum(["proposed", "accepted", "superseded"]),
  context: prose(),
  options: z.array(alternative).min(1),
  outcome: prose(),
  consequences: z.array(prose()).default([]),
  requirements: satisfies(),
});

export const risk = element("risk", {
  name: name(),
  likelihood: z.enum(["low", "medium", "high"]),
  impact: z.enum(["low", "medium", "high"]),
  mitigation: prose(),
  fallback: prose(),
  requirements: satisfies(),
});

const workPackage = element("work-package", {
  name: name(),
  /** Who does it: `database engineer`. */
  specialist: name(),
  goal: prose(),
  contexts: z.array(reference("context")).default([]),
  dependsOn: z.array(reference("work-package")).default([]),
  successCriteria: z.array(prose()).min(1),
  integrationPoints: z.array(prose()).default([]),
  requirements: satisfies(),
});

const successMetric = element("success-metric", { name: name(), target: prose() });

export const delivery = z.strictObject({
  workPackages: z.array(workPackage).default([]),
  successMetrics: z.array(successMetric).default([]),
});

export const review = element("review", {
  name: name(),
  /** Persona, or `checks` where no model reviewed. */
  reviewer: name(),
  summary: prose(),
  findings: z.array(z.strictObject({ subject: z.string().max(300), text: prose() })).default([]),
});
