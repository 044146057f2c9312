import { z } from "zod";
import { element, qualifiedReference, reference } from "./identity.ts";
import { basis, name, prose, quantity, satisfies } from "./text.ts";

const region = element("region", {
  name: name(),
  zones: z.int().min(1).max(10),
  role: z.enum(["primary", "active", "standby"]),
});

/** Where a deployable or a store runs. */
const node = element("node", {
  name: name(),
  hosts: reference("deployable", "store"),
  region: reference("region"),
  /** Instances in normal operation, spread over the zones. */
  replicas: z.int().min(1).max(10_000),
  /** Cores and memory of one instance. */
  cpu: z.number().positive().max(512),
  memoryMiB: z.int().positive(),
  storageGiB: z.int().positive().optional(),
  basis,
});

const link = element("link", {
  from: reference("actor", "deployable", "node"),
  to: reference("node"),
  protocol: name(),
});

export const deployment = z.strictObject({
  environment: name(),
  provider: name(),
  regions: z.array(region).default([]),
  nodes: z.array(node).default([]),
  links: z.array(link).default([]),
});

/** How a deployable grows. Times in milliseconds per request, concurrency per instance. */
export const scaling = element("scaling", {
  deployable: reference("deployable"),
  metric: name(),
  /** Utilisation at which an instance is added, 0 to 1. */
  targetUtilisation: z.number().gt(0).max(1),
  minimumInstances: z.int().min(1),
  maximumInstances: z.int().min(1),
  reactionSeconds: z.int().positive(),
  /** Share of all requests that reach it, 0 to 1. */
  trafficShare: z.number().min(0).max(1),
  serviceTimeMs: quantity(),
  concurrencyPerInstance: quantity(),
});

export const cache = element("cache", {
  name: name(),
  layer: z.enum(["client", "cdn", "gateway", "application", "database"]),
  store: reference("store").optional(),
  operations: z.array(qualifiedReference("operation")).default([]),
  key: name(),
  ttlSeconds: z.int().positive(),
  invalidation: prose(),
  /** In percent. */
  targetHitRate: z.number().min(0).max(100),
  requirements: satisfies(),
});

export const bottleneck = element("bottleneck", {
  name: name(),
  component: reference("deployable", "store"),
  metric: name(),
  threshold: name(),
  measurement: prose(),
  mitigation: prose(),
});
