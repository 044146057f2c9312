import type { Deployable, Design, Store } from "../../design/design.ts";
import type { Flowchart, FlowchartGroup, FlowchartNode, NodeKind } from "./flowchart.ts";
import { containerEdges } from "./container-edges.ts";
import { safeId } from "./safe-id.ts";

/** More frames than this draw more lines than they explain. */
const MOST_GROUPS = 5;

/** The whole system at container level (C4 level 2): deployables, stores, actors and who needs whom. */
export function containerChart(design: Design): Flowchart {
  const { system } = design;
  const edges = containerEdges(design);
  const connected = new Set(edges.flatMap(({ from, to }) => [from, to]));
  const inside = [
    ...system.deployables.map((deployable) => deployableNode(deployable, design)),
    ...system.stores.map((store) => storeNode(store, design)),
  ];
  const nodes: readonly FlowchartNode[] = [
    ...actorNodes(design).filter(({ id }) => connected.has(id)),
    ...inside,
  ];
  return {
    name: "containers",
    title: `${system.title} - containers`,
    subject: "package",
    nodes,
    edges,
    groups: groupsOf(design, nodes),
  };
}

/** The same chart without frames where there are too many, or where a frame holds one box. */
export function withFewGroups(chart: Flowchart): Flowchart {
  const sizes = new Map<string, number>();
  for (const { group } of chart.nodes) {
    if (group !== undefined) sizes.set(group, (sizes.get(group) ?? 0) + 1);
  }
  const kept = chart.groups.filter(({ id }) => (sizes.get(id) ?? 0) > 1);
  const groups = kept.length > MOST_GROUPS ? [] : kept;
  const ids = new Set(groups.map(({ id }) => id));
  const nodes = chart.nodes.map((node): FlowchartNode => {
    const { group, ...rest } = node;
    return group === undefined || !ids.has(group) ? rest : node;
  });
  return { ...chart, nodes, groups };
}

/** Boxes of the people and external systems. */
export function actorNodes({ system }: Design): readonly FlowchartNode[] {
  return system.actors.map(({ id, name, kind }) => ({
    id: safeId("actor", id),
    kind: kind === "person" ? "person" : "ext",
    name,
    ...(kind === "person" ? {} : { detail: "external system" }),
    subject: `system/actor/${id}`,
  }));
}

export function storeKind(kind: Store["kind"]): NodeKind {
  return kind === "stream" ? "queue" : kind === "cache" ? "cache" : "db";
}

function deployableNode(deployable: Deployable, design: Design): FlowchartNode {
  const group = groupOfContexts(deployable.contexts);
  return {
    id: safeId("run", deployable.id),
    kind: deployable.kind === "gateway" ? "infra" : "svc",
    name: deployable.name,
    detail: deployableDetail(deployable, design),
    ...(group === undefined ? {} : { group }),
    subject: `system/deployable/${deployable.id}`,
  };
}

/** A deployable of several contexts is drawn as one box, so the box has to name them. */
function deployableDetail({ contexts, technology }: Deployable, { system }: Design): string {
  if (contexts.length < 2) return technology;
  const names = contexts.map(
    (id) => system.contexts.find((context) => context.id === id)?.name ?? id,
  );
  return names.length <= 6
    ? `${technology} - ${names.join(", ")}`
    : `${technology} - ${names.length} contexts`;
}

function storeNode(store: Store, design: Design): FlowchartNode {
  const hosts = design.system.deployables.filter(({ contexts }) =>
    contexts.some((id) => store.contexts.includes(id)),
  );
  const isOwn = hosts.length > 0 && hosts.every(({ contexts }) => contexts.length === 1);
  const group = isOwn ? groupOfContexts(store.contexts) : undefined;
  return {
    id: safeId("store", store.id),
    kind: storeKind(store.kind),
    name: store.name,
    detail: store.version === undefined ? store.engine : `${store.engine} ${store.version}`,
    ...(group === undefined ? {} : { group }),
    subject: `system/store/${store.id}`,
  };
}

function groupOfContexts(contexts: readonly string[]): string | undefined {
  const [only, ...others] = contexts;
  return only === undefined || others.length > 0 ? undefined : safeId("context", only);
}

function groupsOf({ system }: Design, nodes: readonly FlowchartNode[]): readonly FlowchartGroup[] {
  const used = new Set(nodes.map(({ group }) => group));
  return system.contexts
    .map(({ id, name }) => ({
      id: safeId("context", id),
      title: name,
      subject: `system/context/${id}`,
    }))
    .filter(({ id }) => used.has(id));
}
