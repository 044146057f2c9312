import { z } from "zod";
import { element, fieldReference, qualifiedReference, reference } from "./identity.ts";
import { name, prose, satisfies, wireName } from "./text.ts";
import { valueConstraints, valueType } from "./value.ts";

/** One message of a flow. Steps run in order; neighbours with the same branch run in parallel. */
const step = element("step", {
  name: name(),
  from: reference("actor", "deployable", "store"),
  to: reference("actor", "deployable", "store"),
  mode: z.enum(["sync", "async"]),
  /** Neighbouring steps with the same name here run at the same time. */
  parallel: z.string().max(40).optional(),
  operation: qualifiedReference("operation").optional(),
  event: reference("event").optional(),
  /** Share of the flow's latency target allotted to this step. */
  budgetMs: z.int().nonnegative().optional(),
});

/** How actors, deployables and stores do one thing together. */
export const flow = element("flow", {
  name: name(),
  purpose: prose(),
  steps: z.array(step).min(1),
  /** The latency target that the steps' budgets have to meet. */
  target: reference("target").optional(),
  requirements: satisfies(),
});

const payload = element("payload", {
  name: wireName().optional(),
  /** Exactly one of `field` (of the event's entity) and `type`. */
  field: fieldReference("entity").optional(),
  type: valueType.optional(),
  required: z.boolean().default(true),
  ...valueConstraints,
});

/** Something that happened, told to other contexts. */
export const event = element("event", {
  name: name(),
  description: prose(),
  producer: reference("context"),
  consumers: z.array(reference("context")).default([]),
  /** Who outside is told by a webhook. */
  subscribers: z.array(reference("actor")).default([]),
  entity: qualifiedReference("entity").optional(),
  payload: z.array(payload).default([]),
  delivery: z.enum(["at-most-once", "at-least-once", "effectively-once"]),
  /** Messages with the same value here keep their order. */
  orderingKey: name(),
  /** What happens to a message that cannot be handled. */
  deadLetter: prose(),
  requirements: satisfies(),
});

/** How data that changes together is kept true. */
export const consistency = element("consistency", {
  name: name(),
  contexts: z.array(reference("context")).min(1),
  pattern: z.enum(["acid", "saga", "outbox", "eventual"]),
  description: prose(),
  /** Tables that carry it: `outbox` and `inbox` in every context, `saga` in the first. */
  tables: z.array(z.enum(["outbox", "inbox", "saga"])).optional(),
  /** Steps that undo what was done, in order. */
  compensation: z.array(prose()).default([]),
  requirements: satisfies(),
});
