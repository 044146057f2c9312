import { z } from "zod";
import { classification } from "./entity.ts";
import { element, qualifiedReference, reference } from "./identity.ts";
import { name, prose, satisfies } from "./text.ts";

const dataClass = element("data-class", { level: classification, handling: prose() });

/** STRIDE. */
export const threatCategory = z.enum([
  "spoofing",
  "tampering",
  "repudiation",
  "information-disclosure",
  "denial-of-service",
  "elevation-of-privilege",
]);

const threat = element("threat", {
  name: name(),
  category: threatCategory,
  component: reference("deployable", "store", "actor", "context"),
  description: prose(),
  controls: z.array(reference("control")).default([]),
});

const control = element("control", {
  name: name(),
  description: prose(),
  requirements: satisfies(),
});

const compliance = element("compliance", {
  name: name(),
  applies: prose(),
  measures: z.array(prose()).default([]),
  requirements: satisfies(),
});

export const security = z.strictObject({
  dataClasses: z.array(dataClass).default([]),
  controls: z.array(control).default([]),
  threats: z.array(threat).default([]),
  compliance: z.array(compliance).default([]),
});

/** Moving data to where it is analysed. */
const pipeline = element("pipeline", {
  name: name(),
  kind: z.enum(["batch", "stream", "change-data-capture"]),
  source: reference("event", "store"),
  sink: reference("store"),
  description: prose(),
  /** Length of a window and how late data may be, in seconds. */
  windowSeconds: z.int().positive().optional(),
  latenessSeconds: z.int().nonnegative().optional(),
  requirements: satisfies(),
});

const retention = element("retention", {
  name: name(),
  entities: z.array(qualifiedReference("entity")).default([]),
  days: z.int().positive(),
  /** What happens then. */
  action: z.enum(["delete", "anonymise", "archive"]),
  reason: prose(),
  requirements: satisfies(),
});

/** Where data goes after the transaction, how long it stays. */
export const governance = z.strictObject({
  pipelines: z.array(pipeline).default([]),
  retention: z.array(retention).default([]),
});
