import type { Design, Scaling, System } from "../../../design/design.ts";
import { toKebab } from "../../../util/naming.ts";
import { asName } from "../as-name.ts";
import { coresOf } from "./cores-of.ts";
import { storeNode } from "./store-node.ts";
import { zonesOf } from "./zones-of.ts";

type Deployment = System["deployment"];
type Node = Deployment["nodes"][number];

const COUNTS: Readonly<Record<string, number>> = { two: 2, three: 3, four: 4, five: 5, six: 6 };
const PROVIDERS: readonly (readonly [RegExp, string])[] = [
  [/\b(?:aws|amazon web services)\b/i, "AWS"],
  [/\b(?:azure)\b/i, "Azure"],
  [/\b(?:gcp|google cloud)\b/i, "Google Cloud"],
  [/\b(?:openshift)\b/i, "OpenShift"],
  [/\bkubernetes\b/i, "Kubernetes"],
  [/\bon[- ]prem/i, "own data centre"],
];
/** Cores and MiB of memory of one instance. */
const SIZES: Readonly<Record<string, readonly [number, number]>> = {
  gateway: [1, 512],
  service: [1, 1024],
  worker: [1, 1024],
  job: [1, 1024],
};

/** Where everything runs: regions as the text says, one node for each deployable and store. */
export function draftDeployment(design: Design, scaling: readonly Scaling[]): Deployment {
  const text = statements(design);
  const regions = draftRegions(text, design);
  const primary = regions[0]?.id ?? "primary";
  const nodes = [
    ...design.system.deployables.map((deployable): Node => {
      const [cpu, memoryMiB] = SIZES[deployable.kind] ?? [1, 1024];
      const replicas =
        scaling.find((policy) => policy.deployable === deployable.id)?.minimumInstances ?? 1;
      return {
        id: `run-${deployable.id}`.slice(0, 64),
        name: deployable.name,
        hosts: deployable.id,
        region: primary,
        replicas,
        cpu: Math.max(cpu, coresOf(deployable, replicas, design, scaling)),
        memoryMiB,
        basis: "assumed",
      };
    }),
    ...design.system.stores.map((store) => storeNode(store, primary, design)),
  ];
  return {
    environment: "production",
    provider: PROVIDERS.find(([pattern]) => pattern.test(text))?.[1] ?? "any cloud",
    regions,
    nodes,
    links: draftLinks(design, nodes),
  };
}

function draftRegions(text: string, design: Design): Deployment["regions"] {
  const zones = zonesOf(design);
  const named = [
    ...new Set(
      text.match(
        /\b(?:eu|us|ap|sa|ca|me|af)-(?:north|south|east|west|central|northeast|southeast)-?\d\b/gi,
      ) ?? [],
    ),
  ];
  const stated = /\b(two|three|four|five|six|[2-6])\s+(?:([A-Z][a-z]+)\s+)?regions\b/.exec(text);
  const count =
    named.length > 0 ? named.length : (COUNTS[stated?.[1] ?? ""] ?? Number(stated?.[1] ?? 1));
  return Array.from({ length: Math.max(1, count) }, (_, index) => {
    const word = index === 0 ? "primary" : "secondary";
    const area = stated?.[2] === undefined ? "" : `${stated[2]} `;
    const name = named[index] ?? `${area}region ${index + 1}`;
    return {
      id: named[index] === undefined ? (index < 2 ? word : `region-${index + 1}`) : toKebab(name),
      name: asName(name),
      zones,
      role: index === 0 ? "primary" : "standby",
    };
  });
}

/** People reach the entry; every deployable reaches the stores of its contexts and what it needs. */
function draftLinks({ system }: Design, nodes: readonly Node[]): Deployment["links"] {
  const nodeOf = new Map(nodes.map((node) => [node.hosts, node.id]));
  const gateway = system.deployables.find(({ kind }) => kind === "gateway");
  const entries =
    gateway === undefined ? system.deployables.filter(({ kind }) => kind === "service") : [gateway];
  const people = system.actors.filter(({ kind }) => kind === "person");
  const wanted: (readonly [string, string | undefined, string])[] = [
    ...people.flatMap(({ id }) =>
      entries.map((entry) => [id, nodeOf.get(entry.id), "HTTPS"] as const),
    ),
    ...system.deployables.flatMap(({ id, dependencies }) =>
      dependencies.map(
        ({ on, mode }) => [id, nodeOf.get(on), mode === "sync" ? "HTTPS" : "messages"] as const,
      ),
    ),
    ...system.deployables.flatMap(({ id, contexts }) =>
      system.stores
        .filter((store) => store.contexts.some((context) => contexts.includes(context)))
        .map((store) => [id, nodeOf.get(store.id), store.engine] as const),
    ),
  ];
  const seen = new Set<string>();
  return wanted.flatMap(([from, to, protocol]) => {
    if (to === undefined) return [];
    const id = toKebab(`${from} ${to}`);
    if (seen.has(id)) return [];
    seen.add(id);
    return [{ id, from, to, protocol }];
  });
}

function statements({ system }: Design): string {
  return system.requirements
    .filter(({ scope }) => scope === "in")
    .map(({ text }) => text)
    .join("\n");
}
