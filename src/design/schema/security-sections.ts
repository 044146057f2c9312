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
  source: reference("actor", "event", "store"),
  sink: reference("store"),
  description: prose(),
  /** What of the source is read, and what of the sink is written. */
  sourceEntity: qualifiedReference("entity").optional(),
  sinkEntity: qualifiedReference("entity").optional(),
  /** Name of the topic that is read, or written where the sink is a stream. */
  topic: name().optional(),
  /** What orders the data: a field of the message. */
  key: name().optional(),
  /** Length of a window and how late data may be, in seconds. */
  windowSeconds: z.int().positive().optional(),
  latenessSeconds: z.int().nonnegative().optional(),
  windowType: z.enum(["tumbling", "sliding", "session"]).optional(),
  /** `effectively-once`: a repetition changes nothing in the sink. */
  delivery: z.enum(["at-most-once", "at-least-once", "effectively-once"]).optional(),
  /** How far back the source can be read again, in seconds. */
  replaySeconds: z.int().positive().optional(),
  /** How old what the sink shows may be, in seconds. */
  freshnessSeconds: z.int().positive().optional(),
  /** What runs it. */
  owner: reference("deployable").optional(),
  requirements: satisfies(),
});

const retention = element("retention", {
  name: name(),
  entities: z.array(qualifiedReference("entity")).default([]),
  /** What it is about where it is no entity: the messages of a stream. */
  store: reference("store").optional(),
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
