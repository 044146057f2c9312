import type { Design, System } from "../../design/design.ts";
import { storeKind } from "./container-chart.ts";
import type { Diagram } from "./diagram.ts";
import type { FlowchartEdge, FlowchartNode } from "./flowchart.ts";
import { renderFlowchart } from "./render-flowchart.ts";
import { safeId } from "./safe-id.ts";

type Cache = System["caches"][number];

/** A box, the depth of its layer, and the contexts whose reads it answers. */
interface Place {
  readonly node: FlowchartNode;
  readonly depth: number;
  readonly contexts: ReadonlySet<string>;
}

/** From the reader to where the data is. */
const LAYERS: readonly (readonly [Cache["layer"], string])[] = [
  ["client", "Client"],
  ["cdn", "Content delivery network"],
  ["gateway", "Gateway"],
  ["application", "Application"],
  ["database", "Database"],
];
const READER = "cache_reader";
/** Names in a box before the rest is counted. */
const MOST_NAMES = 4;
const MOST_SOURCES = 8;

/** The layers that a read passes until one of them has the answer. None without caches. */
export function cachingDiagram(design: Design): readonly Diagram[] {
  const { system } = design;
  if (system.caches.length === 0 || system.deployables.length === 0) return [];
  const layers = LAYERS.flatMap(([layer, title], depth) => {
    const own = system.caches.filter((cache) => cache.layer === layer);
    const stores = [...new Set(own.map(({ store }) => store))];
    const boxes = stores.map((store): Place => {
      const caches = own.filter((cache) => cache.store === store);
      return { node: cacheBox(layer, store, caches, design), depth, contexts: contextsOf(caches) };
    });
    return own.length === 0 ? [] : [{ layer, title, boxes }];
  });
  const sources = sourceBoxes(design);
  const boxes = [...layers.flatMap((layer) => layer.boxes), ...sources];
  const reader: FlowchartNode = {
    id: READER,
    kind: "person",
    name: "Whoever reads",
    subject: "package",
  };
  return [
    renderFlowchart({
      name: "caching",
      title: `${system.title} - caching layers`,
      subject: "package",
      nodes: [reader, ...boxes.map(({ node }) => node)],
      edges: missEdges(boxes),
      groups: layers.map(({ layer, title }) => ({
        id: safeId("layer", layer),
        title,
        subject: "package",
      })),
    }),
  ];
}

function cacheBox(
  layer: Cache["layer"],
  store: string | undefined,
  caches: readonly Cache[],
  { system }: Design,
): FlowchartNode {
  const found = system.stores.find(({ id }) => id === store);
  const [first] = caches;
  const names = caches.slice(0, MOST_NAMES).map(({ name }) => name);
  const more = caches.length > MOST_NAMES ? ` and ${caches.length - MOST_NAMES} more` : "";
  const times = rangeOf(
    caches.map(({ ttlSeconds }) => ttlSeconds),
    " s",
  );
  const hits = rangeOf(
    caches.flatMap(({ targetHitRate }) => targetHitRate ?? []),
    " %",
  );
  const facts = [
    ...(times === undefined ? [] : [`kept for ${times}`]),
    ...(hits === undefined ? [] : [`target ${hits} hits`]),
  ];
  return {
    id: safeId("cache", `${layer}/${store ?? ""}`),
    kind: "cache",
    name: found?.name ?? LAYERS.find(([id]) => id === layer)?.[1] ?? layer,
    detail: [`${names.join(", ")}${more}`, ...facts].join("; "),
    group: safeId("layer", layer),
    subject: first === undefined ? "package" : `system/cache/${first.id}`,
  };
}

/** The stores of the contexts whose operations are answered from a cache; many are one box. */
function sourceBoxes({ system }: Design): readonly Place[] {
  const contexts = contextsOf(system.caches);
  const depth = LAYERS.length;
  const stores = system.stores
    .filter(({ kind }) => kind !== "cache" && kind !== "stream")
    .filter((store) => store.contexts.some((id) => contexts.has(id)));
  if (stores.length > MOST_SOURCES) {
    const detail = `${stores.length} stores of ${contexts.size} contexts`;
    const node = { id: "sources", kind: "db", name: "Stores", detail, subject: "package" } as const;
    return [{ node, depth, contexts }];
  }
  return stores.map((store) => ({
    node: {
      id: safeId("store", store.id),
      kind: storeKind(store.kind),
      name: store.name,
      detail: store.engine,
      subject: `system/store/${store.id}`,
    },
    depth,
    contexts: new Set(store.contexts),
  }));
}

function contextsOf(caches: readonly Cache[]): ReadonlySet<string> {
  return new Set(
    caches.flatMap(({ operations }) => operations.map((key) => key.split("/")[0] ?? "")),
  );
}

/** From each box to the nearest ones below that know the same contexts; readers come in at the top. */
function missEdges(boxes: readonly Place[]): readonly FlowchartEdge[] {
  const misses = boxes.flatMap((from) => {
    const below = boxes.filter(
      ({ depth, contexts }) => depth > from.depth && !contexts.isDisjointFrom(from.contexts),
    );
    const nearest = below.filter((to) =>
      [...from.contexts].some(
        (id) =>
          to.contexts.has(id) &&
          !below.some(({ depth, contexts }) => depth < to.depth && contexts.has(id)),
      ),
    );
    return nearest.map((to) => arrow(from.node, to.node, "on a miss"));
  });
  const reached = new Set(misses.map(({ to }) => to));
  const entries = boxes.filter(({ node, depth }) => depth < LAYERS.length && !reached.has(node.id));
  return [...entries.map(({ node }) => arrow({ id: READER }, node, "reads")), ...misses];
}

function arrow(from: { readonly id: string }, to: FlowchartNode, label: string): FlowchartEdge {
  return { from: from.id, to: to.id, mode: "sync", label, subject: to.subject };
}

function rangeOf(values: readonly number[], unit: string): string | undefined {
  if (values.length === 0) return undefined;
  const [least, most] = [Math.min(...values), Math.max(...values)];
  return least === most ? `${least}${unit}` : `${least} to ${most}${unit}`;
}
