import type { Design, System } from "../../../design/design.ts";
import { listed } from "../listed.ts";
import { loadFigures } from "../../../design/capacity/load-figures.ts";

type Bottleneck = System["bottlenecks"][number];

/** Where this design gives way first, each with a number and how to see it coming. */
export function draftBottlenecks(design: Design): readonly Bottleneck[] {
  const { deployables, stores, actors } = design.system;
  const { writeRate, readRate } = loadFigures(design);
  const writes = writeRate.value ?? 0;
  const reads = readRate.value ?? 0;
  return [
    ...stores.flatMap((store): readonly Bottleneck[] => {
      if (store.kind === "relational") {
        return [
          {
            id: `${store.id}-writes`.slice(0, 64),
            name: `Writes of ${store.name}`,
            component: store.id,
            metric: "commits per second and WAL flush time",
            threshold: `${Math.ceil(writes / (store.sharding?.shards ?? 1))} writes per second at peak on one primary`,
            measurement:
              "pg_stat_database.xact_commit per second and pg_stat_wal, sampled each 15 seconds under a load test at twice the peak.",
            mitigation:
              store.sharding !== undefined
                ? `The shards are split in halves by ${store.sharding.key}; what is small stays copied to all.`
                : writes > 5000
                  ? "Split the store by context first, then shard by the key of the largest entity."
                  : "Batch writes and keep transactions short; move a context to a store of its own when the threshold is near.",
          },
        ];
      }
      if (store.kind === "cache") {
        return [
          {
            id: `${store.id}-misses`.slice(0, 64),
            name: `Misses of ${store.name}`,
            component: store.id,
            metric: "hit rate",
            threshold: `below ${design.system.targets.find(({ measure }) => measure === "cache-hit-rate")?.value ?? 95} %: ${Math.ceil(reads)} reads per second reach the database`,
            measurement: "keyspace_hits ÷ (keyspace_hits + keyspace_misses) over 5 minutes.",
            mitigation:
              "Coalesce concurrent misses of one key, jitter the time to live, warm the cache before it takes traffic.",
          },
        ];
      }
      return [];
    }),
    ...deployables.flatMap((deployable): readonly Bottleneck[] => {
      const outside = deployable.dependencies.filter(
        ({ on, mode }) =>
          mode === "sync" && actors.some(({ id, kind }) => id === on && kind === "external-system"),
      );
      if (outside.length === 0) return [];
      const names = outside.map(({ on }) => actors.find(({ id }) => id === on)?.name ?? on);
      return [
        {
          id: `${deployable.id}-outside`.slice(0, 64),
          name: `Waiting for ${listed(names)}`.slice(0, 120),
          component: deployable.id,
          metric: "requests in flight to the outside",
          threshold: "half of the concurrency of an instance",
          measurement:
            "A gauge of calls in flight and a histogram of their duration, per external system.",
          mitigation:
            "A time-out of 2 seconds, a circuit breaker and a bulkhead for each external system; what is not urgent is queued.",
        },
      ];
    }),
  ];
}
