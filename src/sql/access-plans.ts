import { z } from "zod";
import { rowSize } from "../design/capacity/row-size.ts";
import { canonicalJson } from "../design/canonical-json.ts";
import { id } from "../design/schema/identity.ts";
import { name } from "../design/schema/text.ts";
import type { DeepReadonly } from "../util/deep-readonly.ts";
import { digest } from "../util/digest.ts";
import type { AccessPath } from "./access-path.ts";
import type { RelationalModel } from "./relational-model.ts";
import { writeSnapshot } from "./snapshot.ts";

/** Largest stored document that is read, in characters. */
const MAXIMUM_LENGTH = 10_000_000;

const accessPlan = z.strictObject({
  subject: z.string().max(400),
  operation: name(),
  entity: id(),
  filter: z.array(id()),
  sort: z.array(id()),
  /** How many rows the table is said to hold. */
  rows: z.number().nonnegative(),
  /** How the planner reads the table. */
  scan: z.enum(["index", "sequential"]),
  /** The index it chose. */
  index: z.string().max(63).optional(),
  /** Rows that are put in order after reading; 0 where the index has the order. */
  sorted: z.number().nonnegative(),
  /** The planner's own unit: one sequential page read is 1. */
  cost: z.number().nonnegative(),
  /** The cheapest way when the index is not there. */
  costWithout: z.number().nonnegative().optional(),
});

const accessPlans = z.strictObject({
  plansVersion: z.literal(1),
  context: id(),
  /** Digest of what was measured: the schema, the volumes and the access paths. */
  of: z.string().max(80),
  /** Name and version of the planner that was asked. */
  engine: name(),
  plans: z.array(accessPlan),
});

/**
 * What a planner says about each declared access pattern on a table of the stated size. Measured
 * when the package is made, and stored beside the schema as `access-plans.json`.
 */
export type AccessPlans = DeepReadonly<z.infer<typeof accessPlans>>;
export type AccessPlan = AccessPlans["plans"][number];

/** Below it, reading a whole table costs less than keeping an index. */
const SMALL = 10_000;

/** Whether a plan stays quick while the table grows. */
export function isServed({ rows, scan, sorted }: AccessPlan): boolean {
  return rows < SMALL || (scan === "index" && sorted < SMALL);
}

/**
 * Changes with everything that a plan depends on, the version of the planner left out. A Design as
 * it was drafted and the same one read from its file have the same.
 */
export function accessDigest(model: RelationalModel, paths: readonly AccessPath[]): string {
  const read = paths.map(({ subject, operation, entity, filter, sort }) => [
    [subject, operation, entity.id, filter, sort],
    [entity.rows.value, rowSize(entity).row, entity.softDelete ?? ""],
  ]);
  return digest(`${writeSnapshot(model)}${JSON.stringify(read)}`);
}

export function writeAccessPlans(plans: AccessPlans): string {
  return canonicalJson(accessPlans, plans);
}

/** Reads a stored document; nothing where it is none: it is measured again then. */
export function readAccessPlans(text: string): AccessPlans | undefined {
  if (text.length > MAXIMUM_LENGTH) return undefined;
  try {
    return accessPlans.safeParse(JSON.parse(text)).data;
  } catch {
    return undefined;
  }
}
