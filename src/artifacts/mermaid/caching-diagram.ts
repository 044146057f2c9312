import type { Design, System } from "../../design/design.ts";
import { storeKind } from "./container-chart.ts";
import type { Diagram } from "./diagram.ts";
import type { FlowchartEdge, FlowchartNode } from "./flowchart.ts";
import { renderFlowchart } from "./render-flowchart.ts";
import { safeId } from "./safe-id.ts";

type Cache = System["caches"][number];

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

/** The layers that a read passes until one of them has the answer. None without caches. */
export function cachingDiagram(design: Design): readonly Diagram[] {
  const { system } = design;
  if (system.caches.length === 0) return [];
  const layers = LAYERS.flatMap(([layer, title]) => {
    const own = system.caches.filter((cache) => cache.layer === layer);
    const stores = [...new Set(own.map(({ store }) => store))];
    const boxes = stores.map((store) =>
      cacheBox(
        layer,
        store,
        own.filter((cache) => cache.store === store),
        design,
      ),
    );
    return own.length === 0 ? [] : [{ layer, title, boxes }];
  });
  const sources = sourceBoxes(design);
  const ranks = [...layers.map(({ boxes }) => boxes), sources];
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
      nodes: [reader, ...ranks.flat()],
      edges: ranks.flatMap((rank, index) => rankEdges(ranks[index - 1] ?? [reader], rank)),
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

/** The stores of the contexts whose operations are answered from a cache. */
function sourceBoxes({ system }: Design): readonly FlowchartNode[] {
  const contexts = new Set(
    system.caches.flatMap(({ operations }) => operations.map((key) => key.split("/")[0])),
  );
  return system.stores
    .filter(({ kind }) => kind !== "cache" && kind !== "stream")
    .filter((store) => store.contexts.some((id) => contexts.has(id)))
    .map((store) => ({
      id: safeId("store", store.id),
      kind: storeKind(store.kind),
      name: store.name,
      detail: store.engine,
      subject: `system/store/${store.id}`,
    }));
}

function rankEdges(
  above: readonly FlowchartNode[],
  below: readonly FlowchartNode[],
): readonly FlowchartEdge[] {
  return above.flatMap((from) =>
    below.map((to): FlowchartEdge => ({
      from: from.id,
      to: to.id,
      mode: "sync",
      label: from.id === READER ? "reads" : "on a miss",
      subject: to.subject,
    })),
  );
}

function rangeOf(values: readonly number[], unit: string): string | undefined {
  if (values.length === 0) return undefined;
  const [least, most] = [Math.min(...values), Math.max(...values)];
  return least === most ? `${least}${unit}` : `${least} to ${most}${unit}`;
}
