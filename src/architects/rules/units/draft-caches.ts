import type { Design, System } from "../../../design/design.ts";
import type { OwnedOperation } from "../../../design/operations-of.ts";
import { operationsOf } from "../../../design/operations-of.ts";
import { asName } from "../as-name.ts";
import { entityOf } from "../entity-of.ts";
import { storeOf } from "../store-of.ts";

type Cache = System["caches"][number];

/** A cache for the reads of each entity that may be stale, where a cache store is there. */
export function draftCaches(design: Design): readonly Cache[] {
  const groups = new Map<string, OwnedOperation[]>();
  for (const placed of operationsOf(design)) {
    const { operation, context } = placed;
    if (!operation.mayReadStale || operation.kind !== "query" || operation.entity === undefined)
      continue;
    const key = `${context.context}-${operation.entity}`;
    groups.set(key, [...(groups.get(key) ?? []), placed]);
  }
  const hitRate =
    design.system.targets.find(({ measure }) => measure === "cache-hit-rate")?.value ?? 95;
  return [...groups].flatMap(([key, placed]) => {
    const first = placed[0];
    const store = first && storeOf(design, first.context.context, "cache");
    if (first === undefined || store === undefined) return [];
    const entity = entityOf(first)?.name.toLowerCase() ?? "entry";
    return [
      {
        id: `cached-${key}`.slice(0, 64),
        name: asName(`${entity} reads`),
        layer: "application",
        store: store.id,
        operations: placed.map((operation) => operation.key),
        key: asName(`${key}:{id or digest of the query}:{version}`),
        ttlSeconds: 60,
        invalidation: `A write of the ${entity} deletes its key after the commit; lists expire by time.`,
        targetHitRate: hitRate,
        requirements: [],
      } satisfies Cache,
    ];
  });
}
