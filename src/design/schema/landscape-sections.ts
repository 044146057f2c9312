import { z } from "zod";
import { element, reference } from "./identity.ts";
import { name, prose, satisfies } from "./text.ts";

/** Somebody or something outside that takes part. */
export const actor = element("actor", {
  name: name(),
  kind: z.enum(["person", "external-system"]),
  description: prose(),
  requirements: satisfies(),
});

/** A bounded context: owns its entities, operations and events. */
export const context = element("context", {
  name: name(),
  purpose: prose(),
  classification: z.enum(["core", "supporting", "generic"]),
  requirements: satisfies(),
});

/** Who needs whom at run time. */
const dependency = z.strictObject({
  on: reference("deployable", "actor"),
  mode: z.enum(["sync", "async"]),
  purpose: prose(),
  /** Whether the caller still answers, with less, when it is gone. */
  degradable: z.boolean(),
  /** What happens then, or why it cannot be done without. */
  reason: prose(),
});

/** A process that is released on its own; hosts one or more contexts. */
export const deployable = element("deployable", {
  name: name(),
  kind: z.enum(["gateway", "service", "worker", "job"]),
  contexts: z.array(reference("context")).default([]),
  team: name(),
  technology: name(),
  /** No state between two requests: may be scaled out. */
  stateless: z.boolean(),
  /** Stores it reads or writes besides those of its contexts. */
  dependencies: z.array(dependency).default([]),
  requirements: satisfies(),
});

export const storeKind = z.enum(["relational", "cache", "search", "object", "stream", "olap"]);

/** A place where data lives. */
export const store = element("store", {
  name: name(),
  kind: storeKind,
  /** Product, e.g. `postgresql`, `redis`, `kafka`. */
  engine: z.string().min(1).max(40),
  version: z.string().max(20).optional(),
  contexts: z.array(reference("context")).default([]),
  purpose: prose(),
  /** Copies besides the primary. */
  replicas: z.int().min(0).max(100),
  /** How long a stream keeps what it carries. */
  retentionDays: z.int().positive().optional(),
  sharding: z
    .strictObject({ key: name(), shards: z.int().min(1).max(4096), reason: prose() })
    .optional(),
  requirements: satisfies(),
});
