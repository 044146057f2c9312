import type { Design } from "../../design/design.ts";
import { clusterItems } from "./cluster-items.ts";
import { containerChart, withFewGroups } from "./container-chart.ts";
import type { Diagram } from "./diagram.ts";
import type { Flowchart, FlowchartEdge, FlowchartGroup, FlowchartNode } from "./flowchart.ts";
import { renderFlowchart } from "./render-flowchart.ts";
import { safeId } from "./safe-id.ts";

// C4 model FAQ: above about 20 elements a diagram clutters.
const MOST_NODES = 20;
const MOST_EDGES = 30;
/** Of the boxes with a frame in a part; their neighbours take the other places. */
const MOST_OWN = 8;
/** A gateway or a stream with more arrows to contexts than this is a hub. */
const MOST_OF_A_HUB = 5;
/** More arrows than this for each box hide the boxes: the heaviest stay, `show dependencies` has all. */
const MOST_EDGES_PER_NODE = 1.5;

/**
 * The containers: one picture where it stays legible, else an overview with one box per context
 * and one picture per context in which the other contexts are boxes. Empty without deployables.
 */
export function containerDiagrams(design: Design): readonly Diagram[] {
  if (design.system.deployables.length === 0) return [];
  const chart = containerChart(design);
  if (chart.nodes.length <= MOST_NODES && chart.edges.length <= MOST_EDGES) {
    return [renderFlowchart(withFewGroups(chart))];
  }
  if (chart.groups.length === 0) return [renderFlowchart(chart)];
  return [renderFlowchart(overview(design, chart)), ...focused(design, chart).map(renderFlowchart)];
}

function overview({ system }: Design, chart: Flowchart): Flowchart {
  const contexts = chart.groups.map((group): FlowchartNode => ({
    id: domainId(group.id),
    kind: "dom",
    name: group.title,
    detail: contentOf(chart.nodes.filter((node) => node.group === group.id)),
    subject: group.subject,
  }));
  const outside = chart.nodes.filter(({ group }) => group === undefined);
  const places = new Map(
    chart.nodes.map(({ id, group }) => [id, group === undefined ? id : domainId(group)]),
  );
  const arrows = countEdges(chart.edges, places);
  const inner = outside.filter(({ kind }) => kind !== "person" && kind !== "ext");
  const whole = [...outside.filter((node) => !inner.includes(node)), ...inner, ...contexts];
  const nodes = whole.length <= MOST_NODES ? whole : [...inner, ...contexts];
  const ids = new Set(nodes.map(({ id }) => id));
  const between = arrows.filter(({ from, to }) => ids.has(from) && ids.has(to));
  const title = `${system.title} - containers by context`;
  const most = Math.floor(nodes.length * MOST_EDGES_PER_NODE);
  if (between.length <= most) return { ...chart, title, nodes, edges: between, groups: [] };
  const { nodes: told, edges } = withoutHubs(nodes, between);
  const isCut = edges.length > most;
  return {
    ...chart,
    title: isCut ? `${title}, heaviest links` : title,
    nodes: told,
    edges: edges.slice(0, most),
    groups: [],
  };
}

/** What is joined with nearly everything says so in its box, instead of in a fan of arrows. */
function withoutHubs(
  nodes: readonly FlowchartNode[],
  edges: readonly FlowchartEdge[],
): { readonly nodes: readonly FlowchartNode[]; readonly edges: readonly FlowchartEdge[] } {
  const contexts = new Set(nodes.filter(({ kind }) => kind === "dom").map(({ id }) => id));
  const hubs = new Map<string, ReadonlySet<string>>();
  for (const { id } of nodes) {
    const joined = edges
      .filter(({ from, to }) => from === id || to === id)
      .map(({ from, to }) => (from === id ? to : from))
      .filter((other) => contexts.has(other));
    if (!contexts.has(id) && joined.length > MOST_OF_A_HUB) hubs.set(id, new Set(joined));
  }
  return {
    nodes: nodes.map((node) => {
      const count = hubs.get(node.id)?.size;
      if (count === undefined) return node;
      const all =
        count === contexts.size ? "all contexts" : `${count} of ${contexts.size} contexts`;
      return {
        ...node,
        detail: [node.detail, `joined with ${all}`].filter((part) => part !== undefined).join("; "),
      };
    }),
    edges: edges.filter(
      ({ from, to }) =>
        !(hubs.has(from) && contexts.has(to)) && !(hubs.has(to) && contexts.has(from)),
    ),
  };
}

/** One arrow per pair of places and direction of the first, the heaviest first. */
function countEdges(
  edges: readonly FlowchartEdge[],
  places: ReadonlyMap<string, string>,
): readonly FlowchartEdge[] {
  const counts = new Map<
    string,
    { readonly edge: FlowchartEdge; readonly count: number; readonly sync: boolean }
  >();
  for (const edge of edges) {
    const from = places.get(edge.from);
    const to = places.get(edge.to);
    if (from === undefined || to === undefined || from === to) continue;
    const key = counts.has(`${to} ${from}`) ? `${to} ${from}` : `${from} ${to}`;
    const known = counts.get(key);
    const sync = known?.sync === true || edge.mode === "sync";
    counts.set(key, {
      edge: known?.edge ?? { from, to, mode: edge.mode, subject: edge.subject },
      count: (known?.count ?? 0) + 1,
      sync,
    });
  }
  return [...counts.values()]
    .sort((a, b) => b.count - a.count)
    .map(({ edge, count, sync }) => ({
      ...edge,
      mode: sync ? "sync" : "async",
      ...(count > 1 ? { label: String(count) } : {}),
    }));
}

/** One picture of each context, or several where one would be too full. */
function focused({ system }: Design, chart: Flowchart): readonly Flowchart[] {
  return system.contexts.flatMap(({ id, name }) => {
    const group = chart.groups.find((candidate) => candidate.id === safeId("context", id));
    if (group === undefined) return [];
    const about = { chart, group, subject: `system/context/${id}` };
    const own = chart.nodes.filter((node) => node.group === group.id);
    const title = `${name} - containers`;
    const whole = focusOn(own, { ...about, name: `containers-${id}`, title });
    if (whole.nodes.length <= MOST_NODES && whole.edges.length <= MOST_EDGES) return [whole];
    const parts = partsOf(own, chart.edges);
    return parts.map((part, index) =>
      focusOn(part, {
        ...about,
        name: index === 0 ? `containers-${id}` : `containers-${id}-part-${index + 1}`,
        title: parts.length === 1 ? title : `${title}, part ${index + 1} of ${parts.length}`,
      }),
    );
  });
}

interface Focus {
  readonly chart: Flowchart;
  readonly group: FlowchartGroup;
  readonly name: string;
  readonly title: string;
  readonly subject: string;
}

/** What is inside with its neighbours; those of a context, or the rest of the own one, are one box. */
function focusOn(
  own: readonly FlowchartNode[],
  { chart, group, name, title, subject }: Focus,
): Flowchart {
  const inside = new Set(own.map((node) => node.id));
  const places = new Map(
    chart.nodes.map((node) => [
      node.id,
      inside.has(node.id) || node.group === undefined ? node.id : domainId(node.group),
    ]),
  );
  const touching = chart.edges.filter(({ from, to }) => inside.has(from) || inside.has(to));
  const edges = mergeArrows(
    touching.map((edge) => ({
      ...edge,
      from: places.get(edge.from) ?? edge.from,
      to: places.get(edge.to) ?? edge.to,
    })),
  );
  const shown = new Set(edges.flatMap(({ from, to }) => [from, to]));
  const neighbours = chart.groups
    .filter((other) => shown.has(domainId(other.id)))
    .map((other): FlowchartNode => ({
      id: domainId(other.id),
      kind: "dom",
      name: other.id === group.id ? `Rest of ${other.title}` : other.title,
      detail: other.id === group.id ? "other parts" : "context",
      subject: other.subject,
    }));
  const loose = chart.nodes.filter((node) => node.group === undefined && shown.has(node.id));
  const nodes = [...loose, ...own, ...neighbours];
  return { name, title, subject, nodes, edges, groups: [group] };
}

/** One arrow between two boxes and of a mode, with its label where all agree on it. */
function mergeArrows(edges: readonly FlowchartEdge[]): readonly FlowchartEdge[] {
  const merged = new Map<string, FlowchartEdge>();
  for (const edge of edges) {
    const key = `${edge.from} ${edge.to} ${edge.mode}`;
    const { label: _, ...plain } = edge;
    const known = merged.get(key);
    merged.set(key, known === undefined || known.label === edge.label ? edge : plain);
  }
  return [...merged.values()];
}

/** Divides boxes so that those which are joined stand together. */
function partsOf(
  nodes: readonly FlowchartNode[],
  edges: readonly FlowchartEdge[],
): readonly (readonly FlowchartNode[])[] {
  const count = Math.ceil(nodes.length / MOST_OWN);
  const size = Math.ceil(nodes.length / count);
  return clusterItems(nodes, size, (a, b) =>
    edges.some(({ from, to }) => (from === a.id && to === b.id) || (from === b.id && to === a.id)),
  );
}

/** A box must not have the id of a frame. */
function domainId(group: string): string {
  return `all_${group}`;
}

function contentOf(nodes: readonly FlowchartNode[]): string {
  const stores = nodes.filter(
    ({ kind }) => kind === "db" || kind === "cache" || kind === "queue",
  ).length;
  const deployables = nodes.length - stores;
  const parts = [counted(deployables, "deployable"), counted(stores, "store")];
  return parts.filter((part) => part !== undefined).join(", ");
}

function counted(count: number, noun: string): string | undefined {
  return count === 0 ? undefined : `${count} ${noun}${count === 1 ? "" : "s"}`;
}
