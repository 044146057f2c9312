import { loadFigures } from "../../../design/capacity/load-figures.ts";
import { storagePlans } from "../../../design/capacity/storage-plan.ts";
import type { Design, Store, System } from "../../../design/design.ts";

type Node = System["deployment"]["nodes"][number];

/** Share of a disk that may be full. */
const FILL = 0.7;
/** GiB: a disk is bought in these sizes; above the largest, the data is spread over more nodes. */
const DISKS = [50, 100, 200, 500, 1000, 2000, 4000, 8000] as const;
const LARGEST = 8000;
/** Rows or messages that one core takes in a second. */
const TAKEN_PER_CORE = 20_000;
const MEMORY_PER_CORE = 4096;
const LARGE_LOAD = 100_000;

/** Where a store runs: disks hold what the capacity plan says of year 3, cores take what comes in. */
export function storeNode(store: Store, region: string, design: Design): Node {
  const [cpu, memoryMiB] = sizeOf(store, design);
  const copies = store.replicas + 1;
  const disk = diskOf(store, design);
  return {
    id: `store-${store.id}`.slice(0, 64),
    name: store.name,
    hosts: store.id,
    region,
    replicas: copies * disk.shards,
    cpu,
    memoryMiB,
    ...(store.kind === "cache" ? {} : { storageGiB: disk.gibibytes }),
    basis: "assumed",
  };
}

function sizeOf(store: Store, design: Design): readonly [number, number] {
  const isLarge = design.system.load.concurrentUsers.value >= LARGE_LOAD;
  if (store.kind === "relational") return isLarge ? [16, 65_536] : [2, 8192];
  const [cpu, memory] = isLarge ? [4, 16_384] : [1, 2048];
  if (store.kind !== "stream" && store.kind !== "olap") return [cpu, memory];
  const { gibibytes, shards } = diskOf(store, design);
  const rate = loadFigures(design).planningRate.value ?? 0;
  const cores = Math.max(
    cpu,
    Math.ceil(rate / shards / TAKEN_PER_CORE),
    coresFor(store, gibibytes),
  );
  return [cores, Math.max(memory, cores > cpu ? cores * MEMORY_PER_CORE : 0)];
}

/** Who asks about terabytes reads them on many cores; a broker needs memory for what is read last. */
function coresFor({ kind }: Store, gibibytes: number): number {
  if (gibibytes < 500) return 1;
  if (kind === "stream") return 4;
  return gibibytes >= 2000 ? 16 : 8;
}

function diskOf(
  store: Store,
  design: Design,
): { readonly gibibytes: number; readonly shards: number } {
  const plan = storagePlans(design).find((candidate) => candidate.store.id === store.id);
  const least = design.system.load.concurrentUsers.value >= LARGE_LOAD ? 1000 : 50;
  const perCopy = (plan?.thirdYearGigabytes ?? 0) / (plan?.copies ?? 1);
  const needed = Math.max(least, (perCopy * 1e9) / 2 ** 30 / FILL);
  const shards = Math.max(store.sharding?.shards ?? 1, Math.ceil(needed / LARGEST));
  const each = needed / shards;
  return { gibibytes: DISKS.find((size) => size >= each) ?? LARGEST, shards };
}
