import { capacityOf } from "../../design/capacity.ts";
import { deploymentDiagrams } from "../../artifacts/mermaid/deployment-diagrams.ts";
import type { InstancePlan } from "../../design/capacity/instance-plan.ts";
import type { Design, System } from "../../design/design.ts";
import { formatNumber } from "./format-number.ts";
import { listed } from "./listed.ts";
import { named } from "./named.ts";
import { packageLinks } from "./package-links.ts";

type Node = System["deployment"]["nodes"][number];

/** What the template of infrastructure and sizing needs; nothing where nothing is placed. */
export function infrastructureView(design: Design): object | undefined {
  const { system } = design;
  const { regions, nodes, environment, provider } = system.deployment;
  if (regions.length === 0 && nodes.length === 0) return undefined;
  const plans = capacityOf(design).instances;
  return {
    title: system.title,
    environment,
    provider,
    diagram: packageLinks(design).deployment,
    pictures: deploymentDiagrams(design).map(({ text }) => text.trimEnd()),
    regions: regions.map((region) => {
      const placed = nodes.filter((node) => node.region === region.id);
      return {
        name: region.name,
        role: region.role,
        zones: region.zones,
        instances: formatNumber(sum(placed, () => 1)),
        cores: formatNumber(sum(placed, ({ cpu }) => cpu)),
        memory: gibibytes(sum(placed, ({ memoryMiB }) => memoryMiB)),
        disk: `${formatNumber(sum(placed, ({ storageGiB }) => storageGiB ?? 0))} GiB`,
      };
    }),
    nodes: nodes.map((node) => nodeRow(node, design, plans)),
    links: linkRows(system),
  };
}

function nodeRow(node: Node, { system }: Design, plans: readonly InstancePlan[]): object {
  const region = system.deployment.regions.find(({ id }) => id === node.region);
  const zones = Math.max(1, Math.min(region?.zones ?? 1, node.replicas));
  const plan = plans.find(({ deployable }) => deployable.id === node.hosts);
  const most = Math.ceil(node.replicas / zones);
  return {
    name: node.name,
    region: region?.name ?? node.region,
    replicas: node.replicas,
    // What is gone with one zone, where the instances are spread evenly.
    zones: `${zones}, at most ${most} each`,
    size: `${formatNumber(node.cpu)} CPU, ${gibibytes(node.memoryMiB)}${node.storageGiB === undefined ? "" : `, ${formatNumber(node.storageGiB)} GiB disk`}`,
    total: `${formatNumber(node.cpu * node.replicas)} CPU, ${gibibytes(node.memoryMiB * node.replicas)}`,
    needed: plan?.instances.value === undefined ? "–" : formatNumber(plan.instances.value),
    afterZoneLoss: formatNumber(node.replicas - most),
    tenfold: plan?.tenfold.value === undefined ? "–" : formatNumber(plan.tenfold.value),
    basis: node.basis,
  };
}

/** One row per target and protocol. */
function linkRows(system: System): readonly object[] {
  const { links, nodes } = system.deployment;
  const sources = [...system.actors, ...system.deployables, ...nodes];
  const rows = new Map<string, { to: string; protocol: string; from: readonly string[] }>();
  for (const { from, to, protocol } of links) {
    const key = `${to} ${protocol}`;
    const known = rows.get(key);
    rows.set(key, {
      to: named([to], nodes),
      protocol,
      from: [...(known?.from ?? []), named([from], sources)],
    });
  }
  return [...rows.values()].map((row) => ({ ...row, from: listed([...new Set(row.from)]) }));
}

function sum(nodes: readonly Node[], amount: (node: Node) => number): number {
  return nodes.reduce((total, node) => total + node.replicas * amount(node), 0);
}

function gibibytes(mebibytes: number): string {
  return `${formatNumber(mebibytes / 1024)} GiB`;
}
