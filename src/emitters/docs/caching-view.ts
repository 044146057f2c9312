import { capacityOf } from "../../design/capacity.ts";
import type { Design } from "../../design/design.ts";
import { operationsOf } from "../../design/operations-of.ts";
import { formatNumber } from "./format-number.ts";
import { listed } from "./listed.ts";
import { named } from "./named.ts";

/** What the template of caching needs; nothing where nothing is cached. */
export function cachingView(design: Design): object | undefined {
  const { system } = design;
  if (system.caches.length === 0) return undefined;
  const operations = operationsOf(design);
  const cached = new Set(system.caches.flatMap((cache) => cache.operations));
  const queries = operations.filter(({ operation }) => operation.kind === "query");
  const { readRate } = capacityOf(design).load;
  const reads = readRate.value;
  const lowest = Math.min(...system.caches.map(({ targetHitRate }) => targetHitRate));
  return {
    title: system.title,
    caches: system.caches.map((cache) => ({
      name: cache.name,
      layer: cache.layer,
      store: cache.store === undefined ? "–" : named([cache.store], system.stores),
      operations: listed(
        cache.operations.map(
          (key) => operations.find((one) => one.key === key)?.operation.name ?? key,
        ),
      ),
      key: cache.key,
      ttl: `${formatNumber(cache.ttlSeconds)} s`,
      hitRate: `${cache.targetHitRate} %`,
      invalidation: cache.invalidation,
    })),
    cachedQueries: queries.filter(({ key }) => cached.has(key)).length,
    queries: queries.length,
    basis: readRate.basis,
    load: reads === undefined ? [] : loadRows(reads, lowest),
    memory: reads === undefined ? [] : memoryRows(design, reads),
  };
}

function loadRows(reads: number, hitRate: number): readonly object[] {
  const row = (share: number) => ({
    hitRate: `${formatNumber(share)} %`,
    through: `${formatNumber((reads * (100 - share)) / 100)} /s`,
  });
  return hitRate === 0 ? [row(0)] : [row(hitRate), row(0)];
}

/** The most that can be in a store: every read within the longest time to live has its own key. */
function memoryRows({ system }: Design, reads: number): readonly object[] {
  return system.stores.flatMap((store) => {
    const caches = system.caches.filter((cache) => cache.store === store.id);
    if (caches.length === 0) return [];
    const ttl = Math.max(...caches.map(({ ttlSeconds }) => ttlSeconds));
    const bytes = reads * ttl * system.load.responseBytes.value;
    const nodes = system.deployment.nodes.filter(({ hosts }) => hosts === store.id);
    const memory = nodes.reduce((sum, { memoryMiB, replicas }) => sum + memoryMiB * replicas, 0);
    return [
      {
        name: store.name,
        formula: `${formatNumber(reads)} reads/s × ${formatNumber(ttl)} s × ${formatNumber(system.load.responseBytes.value)} bytes`,
        size: `${formatNumber(bytes / 2 ** 30)} GiB`,
        copies: 1 + store.replicas,
        deployed: memory === 0 ? "not placed" : `${formatNumber(memory / 1024)} GiB on all copies`,
        fits: memory === 0 ? "–" : bytes * (1 + store.replicas) <= memory * 2 ** 20 ? "yes" : "no",
      },
    ];
  });
}
