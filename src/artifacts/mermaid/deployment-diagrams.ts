import { actorNodes, storeKind } from "./container-chart.ts";
import { containerEdges } from "./container-edges.ts";
import type { Diagram } from "./diagram.ts";
import type { Flowchart, FlowchartEdge, FlowchartGroup, FlowchartNode } from "./flowchart.ts";
import { renderFlowchart } from "./render-flowchart.ts";
import { safeId } from "./safe-id.ts";
import type { Design, System } from "../../design/design.ts";

type PlacedNode = System["deployment"]["nodes"][number];
type Region = System["deployment"]["regions"][number];

const MOST_NODES = 20;

/** Where everything runs: one picture, or one per region where one would be too full. */
export function deploymentDiagrams(design: Design): readonly Diagram[] {
  const { nodes, regions } = design.system.deployment;
  if (nodes.length === 0) return [];
  const [only] = regions;
  if (nodes.length <= MOST_NODES) return [renderFlowchart(chartOf(design, nodes, ""))];
  if (regions.length < 2) {
    const charts = regionCharts(design, nodes, only?.id ?? "");
    return charts.map((chart, index) =>
      renderFlowchart(index === 0 ? { ...chart, name: "deployment" } : chart),
    );
  }
  return [
    renderFlowchart(regionOverview(design)),
    ...regions.flatMap((region) => {
      const own = nodes.filter((node) => node.region === region.id);
      return own.length === 0 ? [] : regionCharts(design, own, region.id).map(renderFlowchart);
    }),
  ];
}

/** One picture of a region, or one of its contexts as boxes and one for each of them. */
function regionCharts(
  design: Design,
  own: readonly PlacedNode[],
  region: string,
): readonly Flowchart[] {
  const whole = chartOf(design, own, region);
  if (own.length <= MOST_NODES) return [whole];
  const homes = new Map(own.map((node) => [node.id, homeOf(node, design)]));
  const contexts = design.system.contexts.filter(({ id }) => [...homes.values()].includes(id));
  const shared = own.filter(({ id }) => homes.get(id) === undefined);
  const kept = new Set(shared.map(({ id }) => safeId("node", id)));
  const frame = `${safeId("region", region)}__run`;
  const boxes = contexts.map(({ id, name }): FlowchartNode => {
    const nodes = own.filter((node) => homes.get(node.id) === id);
    const cpu = nodes.reduce((sum, node) => sum + node.replicas * node.cpu, 0);
    const memory = nodes.reduce((sum, node) => sum + node.replicas * node.memoryMiB, 0);
    return {
      id: safeId("part", id),
      kind: "dom",
      name,
      detail: `${nodes.length} nodes, ${cpu} CPU, ${Math.ceil(memory / 1024)} GiB`,
      group: frame,
      subject: `system/context/${id}`,
    };
  });
  const overview: Flowchart = {
    ...whole,
    nodes: [
      ...whole.nodes.filter(
        ({ id, group }) => group === undefined || kept.has(id) || id.endsWith("__watch"),
      ),
      ...boxes,
    ],
    edges: whole.edges.filter(({ from, to }) => {
      const isShown = (id: string) => kept.has(id) || id.startsWith("actor_");
      return isShown(from) && isShown(to);
    }),
  };
  const parts = contexts.map(({ id, name }): Flowchart => {
    const nodes = own.filter((node) => homes.get(node.id) === id);
    const chart = chartOf(design, nodes, region);
    const title = `${chart.title}: ${name}`;
    return { ...chart, name: `deployment-${region}-${id}`, title };
  });
  return [overview, ...parts];
}

/** The one context that a node is for; nothing where several or none share it. */
function homeOf({ hosts }: PlacedNode, { system }: Design): string | undefined {
  const contexts =
    system.deployables.find(({ id }) => id === hosts)?.contexts ??
    system.stores.find(({ id }) => id === hosts)?.contexts ??
    [];
  return contexts.length === 1 ? contexts[0] : undefined;
}

function chartOf(design: Design, placed: readonly PlacedNode[], region: string): Flowchart {
  const { deployment } = design.system;
  const edges = linkEdges(design, placed);
  const reached = new Set(edges.flatMap(({ from, to }) => [from, to]));
  const shown = deployment.regions.filter(({ id }) => placed.some((node) => node.region === id));
  return {
    name: region === "" ? "deployment" : `deployment-${region}`,
    title: titleOf(design, region),
    subject: region === "" ? "package" : `system/region/${region}`,
    nodes: [
      ...actorNodes(design).filter(({ id }) => reached.has(id)),
      ...placed.map((node) => boxOf(node, design)),
      ...shown.flatMap((one) => monitoringBox(one, design)),
    ],
    edges,
    groups: shown.flatMap((one) => groupsOf(one)),
  };
}

function titleOf({ system }: Design, region: string): string {
  const { environment, provider, regions } = system.deployment;
  const name = regions.find(({ id }) => id === region)?.name;
  return [
    `${system.title} - ${environment} on ${provider}`,
    ...(name === undefined ? [] : [name]),
  ].join(", ");
}

function groupsOf(region: Region): readonly FlowchartGroup[] {
  const subject = `system/region/${region.id}`;
  const id = safeId("region", region.id);
  const zones = region.zones === 1 ? "1 zone" : `${region.zones} zones`;
  return [
    { id, title: `${region.name} - ${region.role}, ${zones}`, subject },
    { id: `${id}__run`, title: "Compute", parent: id, subject },
    { id: `${id}__data`, title: "Data", parent: id, subject },
  ];
}

/** What watches the nodes of a region; without alerts nothing is known to. */
function monitoringBox(region: Region, { system }: Design): readonly FlowchartNode[] {
  const { alerts, slos } = system.observability;
  if (alerts.length === 0) return [];
  return [
    {
      id: `${safeId("region", region.id)}__watch`,
      kind: "infra",
      name: "Monitoring",
      detail: `${alerts.length} alerts, ${slos.length} objectives`,
      group: safeId("region", region.id),
      subject: `system/region/${region.id}`,
    },
  ];
}

function boxOf(node: PlacedNode, { system }: Design): FlowchartNode {
  const deployable = system.deployables.find(({ id }) => id === node.hosts);
  const store = system.stores.find(({ id }) => id === node.hosts);
  const kind =
    store === undefined
      ? deployable?.kind === "gateway"
        ? "infra"
        : "svc"
      : storeKind(store.kind);
  const storage = node.storageGiB === undefined ? "" : `, ${node.storageGiB} GiB disk`;
  const size = `${node.replicas} × ${node.cpu} CPU, ${memoryText(node.memoryMiB)}${storage}`;
  return {
    id: safeId("node", node.id),
    kind,
    name: node.name,
    detail: size,
    group: `${safeId("region", node.region)}__${store === undefined ? "run" : "data"}`,
    subject: `system/node/${node.id}`,
  };
}

function memoryText(mebibytes: number): string {
  return mebibytes % 1024 === 0 ? `${mebibytes / 1024} GiB` : `${mebibytes} MiB`;
}

/** The stated links; between what is placed, the run-time dependencies where no link is stated. */
function linkEdges(design: Design, placed: readonly PlacedNode[]): readonly FlowchartEdge[] {
  const { deployment, actors } = design.system;
  const ids = new Set(placed.map(({ id }) => id));
  const people = new Set(actors.map(({ id }) => id));
  const stated = deployment.links
    .filter(({ to }) => ids.has(to))
    .flatMap(({ id, from, to, protocol }): readonly FlowchartEdge[] => {
      const label = saysMore(protocol, to, design) ? { label: protocol } : {};
      const starts = people.has(from)
        ? [safeId("actor", from)]
        : placed
            .filter((node) => node.id === from || node.hosts === from)
            .map((node) => safeId("node", node.id));
      return starts
        .filter((start) => start !== safeId("node", to))
        .map((start) => ({
          from: start,
          to: safeId("node", to),
          mode: hostsStream(to, design) ? "async" : "sync",
          ...label,
          subject: `system/link/${id}`,
        }));
    });
  const linked = new Set(stated.flatMap(({ from, to }) => [`${from} ${to}`]));
  const derived = derivedEdges(design, placed).filter(
    ({ from, to }) => !linked.has(`${from} ${to}`),
  );
  return [...stated, ...derived];
}

/** Whoever publishes does not wait for those who read. */
function hostsStream(node: string, { system }: Design): boolean {
  const hosted = system.deployment.nodes.find(({ id }) => id === node)?.hosts;
  return system.stores.some(({ id, kind }) => id === hosted && kind === "stream");
}

/** The name of the engine stands on the store already. */
function saysMore(protocol: string, node: string, { system }: Design): boolean {
  const hosted = system.deployment.nodes.find(({ id }) => id === node)?.hosts;
  const engine = system.stores.find(({ id }) => id === hosted)?.engine;
  return engine?.toLowerCase() !== protocol.toLowerCase();
}

/** The edges of the container picture, between nodes of the same region. */
function derivedEdges(design: Design, placed: readonly PlacedNode[]): readonly FlowchartEdge[] {
  const { deployables } = design.system;
  const isDeployable = new Set(deployables.map(({ id }) => id));
  const places = new Map<string, PlacedNode[]>();
  for (const node of placed) {
    const key = safeId(isDeployable.has(node.hosts) ? "run" : "store", node.hosts);
    places.set(key, [...(places.get(key) ?? []), node]);
  }
  return containerEdges(design).flatMap((edge) =>
    (places.get(edge.from) ?? []).flatMap((from) =>
      (places.get(edge.to) ?? [])
        .filter((to) => to.region === from.region && to.id !== from.id)
        .map((to): FlowchartEdge => ({
          from: safeId("node", from.id),
          to: safeId("node", to.id),
          mode: edge.mode,
          subject: edge.subject,
        })),
    ),
  );
}

function regionOverview(design: Design): Flowchart {
  const { deployment } = design.system;
  return {
    name: "deployment",
    title: titleOf(design, ""),
    subject: "package",
    nodes: deployment.regions.map((region) => {
      const own = deployment.nodes.filter((node) => node.region === region.id);
      return {
        id: safeId("region", region.id),
        kind: "dom",
        name: region.name,
        detail: `${region.role}, ${region.zones} zones, ${own.length} nodes`,
        subject: `system/region/${region.id}`,
      };
    }),
    edges: regionEdges(design),
    groups: [],
  };
}

function regionEdges({ system }: Design): readonly FlowchartEdge[] {
  const regions = new Map(system.deployment.nodes.map(({ id, region }) => [id, region]));
  return system.deployment.links.flatMap(({ id, from, to, protocol }): readonly FlowchartEdge[] => {
    const start = regions.get(from);
    const end = regions.get(to);
    if (start === undefined || end === undefined || start === end) return [];
    return [
      {
        from: safeId("region", start),
        to: safeId("region", end),
        mode: "sync",
        label: protocol,
        subject: `system/link/${id}`,
      },
    ];
  });
}
