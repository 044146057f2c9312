import type { Design } from "../../design/design.ts";
import { containerChart, withFewGroups } from "./container-chart.ts";
import type { Diagram } from "./diagram.ts";
import type { Flowchart, FlowchartEdge, FlowchartNode } from "./flowchart.ts";
import { renderFlowchart } from "./render-flowchart.ts";
import { safeId } from "./safe-id.ts";

// C4 model FAQ: above about 20 elements a diagram clutters.
const MOST_NODES = 20;
const MOST_EDGES = 30;
const MOST_OVERVIEW_EDGES = 40;

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
  if (chart.groups.length < 2) return [renderFlowchart(withFewGroups(chart))];
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
  return {
    ...chart,
    title: `${system.title} - containers by context`,
    nodes,
    edges: arrows
      .filter(({ from, to }) => ids.has(from) && ids.has(to))
      .slice(0, MOST_OVERVIEW_EDGES),
    groups: [],
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

function focused({ system }: Design, chart: Flowchart): readonly Flowchart[] {
  return system.contexts.flatMap(({ id, name }) => {
    const group = chart.groups.find((candidate) => candidate.id === safeId("context", id));
    if (group === undefined) return [];
    const own = chart.nodes.filter((node) => node.group === group.id);
    const inside = new Set(own.map((node) => node.id));
    const places = new Map(
      chart.nodes.map((node) => [
        node.id,
        inside.has(node.id) || node.group === undefined ? node.id : domainId(node.group),
      ]),
    );
    const edges = chart.edges
      .filter(({ from, to }) => inside.has(from) || inside.has(to))
      .map((edge) => ({
        ...edge,
        from: places.get(edge.from) ?? edge.from,
        to: places.get(edge.to) ?? edge.to,
      }));
    const shown = new Set(edges.flatMap(({ from, to }) => [from, to]));
    const neighbours = chart.groups
      .filter((other) => shown.has(domainId(other.id)))
      .map((other): FlowchartNode => ({
        id: domainId(other.id),
        kind: "dom",
        name: other.title,
        detail: "context",
        subject: other.subject,
      }));
    const loose = chart.nodes.filter((node) => node.group === undefined && shown.has(node.id));
    const focus: Flowchart = {
      name: `containers-${id}`,
      title: `${name} - containers`,
      subject: `system/context/${id}`,
      nodes: [...loose, ...own, ...neighbours],
      edges,
      groups: [group],
    };
    return [focus];
  });
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
