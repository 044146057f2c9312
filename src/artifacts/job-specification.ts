import { z } from "zod";
import type { DeepReadonly } from "../util/deep-readonly.ts";

const seconds = () => z.int().positive();
const word = () => z.string().min(1).max(200);
const columns = () => z.array(z.string().regex(/^[a-z][a-z0-9_]*$/));

/**
 * One job of the data pipeline, as its own file says it: where it reads, in which windows, what it
 * writes, what becomes of late and repeated data, and how old its result may be. Times in seconds.
 */
export const jobSpecification = z.strictObject({
  job: z.string().regex(/^[a-z][a-z0-9-]*$/),
  name: word(),
  description: z.string().min(1),
  kind: z.enum(["batch", "stream", "change-data-capture"]),
  /** The deployable that runs it. */
  owner: z.string().optional(),
  source: z.strictObject({
    /** One of these: a store of ours, a system of others, or an event of the Design. */
    store: z.string().optional(),
    system: z.string().optional(),
    event: z.string().optional(),
    topic: word().optional(),
    table: word().optional(),
    /** What orders the messages: a later one with the same key comes later. */
    key: word().optional(),
    /** What a message has to hold. */
    fields: columns().optional(),
  }),
  window: z
    .strictObject({
      type: z.enum(["tumbling", "sliding", "session"]),
      seconds: seconds(),
      /** Column that tells in which window a row falls: event time and not time of arrival. */
      time: word().optional(),
      /** How often the result of an open window is written. */
      emitEverySeconds: seconds(),
    })
    .optional(),
  lateness: z
    .strictObject({
      /** The watermark stays this far behind the latest event. */
      seconds: z.int().nonnegative(),
      after: z.string().min(1),
    })
    .optional(),
  sink: z.strictObject({
    store: z.string(),
    topic: word().optional(),
    table: word().optional(),
    /** Where it is written first; the load brings it into the table. */
    stage: word().optional(),
    /** What a row is known by: one that is written twice is one row. */
    key: columns().optional(),
    load: z.strictObject({ statement: word(), everySeconds: seconds() }).optional(),
  }),
  delivery: z.strictObject({
    guarantee: z.enum(["at-most-once", "at-least-once", "effectively-once"]),
    by: z.string().min(1),
  }),
  replay: z
    .strictObject({
      seconds: seconds(),
      how: z.string().min(1),
      /** Writes the table again from what is kept, where that is quicker. */
      statement: word().optional(),
    })
    .optional(),
  freshness: z
    .strictObject({
      seconds: seconds(),
      /** Share of the minutes in which it holds, 0 to 1. */
      objective: z.number().gt(0).lt(1),
      indicator: word(),
    })
    .optional(),
  requirements: z.array(z.string()),
});

export type JobSpecification = DeepReadonly<z.infer<typeof jobSpecification>>;
