import type { Deployable, Design } from "../design.ts";

/** One member of a synchronous chain. Availabilities from 0 to 1. */
export interface ChainLink {
  readonly name: string;
  readonly instances: number;
  readonly zones: number;
  readonly availability: number;
  readonly formula: string;
}

/** What can be had of a deployable, with everything that it cannot do without. */
export interface AvailabilityPlan {
  readonly deployable: Deployable;
  readonly links: readonly ChainLink[];
  /** Names of what it needs and can do without. */
  readonly degradable: readonly string[];
  readonly availability: number;
  /** In a month of 30 days. */
  readonly downtimeMinutes: number;
}

/**
 * What the derivation assumes. Independent copies make nothing safer than what they share: a bad
 * release, a wrong configuration or a region takes all of them, hence the floor.
 */
export const AVAILABILITY_ASSUMPTIONS = {
  instance: 0.995,
  zone: 0.9995,
  statelessFloor: 0.000_05,
  statefulFloor: 0.000_1,
  external: 0.999,
} as const;

const MINUTES_PER_MONTH = 30 * 24 * 60;

/** One plan per deployable that answers people: its synchronous chain, multiplied. */
export function availabilityPlans(design: Design): readonly AvailabilityPlan[] {
  return design.system.deployables
    .filter(({ kind }) => kind === "gateway" || kind === "service")
    .map((deployable) => {
      const chain = chainOf(design, deployable);
      const availability = chain.links.reduce((product, link) => product * link.availability, 1);
      const downtimeMinutes = (1 - availability) * MINUTES_PER_MONTH;
      return { deployable, ...chain, availability, downtimeMinutes };
    });
}

function chainOf(
  design: Design,
  start: Deployable,
): Pick<AvailabilityPlan, "links" | "degradable"> {
  const { system } = design;
  const links = new Map<string, ChainLink>();
  const degradable = new Set<string>();

  function visit(deployable: Deployable): void {
    if (links.has(deployable.id)) return;
    links.set(deployable.id, copies(design, deployable, "stateless"));
    for (const store of system.stores) {
      if (!store.contexts.some((id) => deployable.contexts.includes(id))) continue;
      if (store.kind === "relational" || store.kind === "object") {
        links.set(store.id, copies(design, store, "stateful", 1 + store.replicas));
      } else {
        degradable.add(store.name);
      }
    }
    for (const { on, mode, degradable: canDoWithout } of deployable.dependencies) {
      const next = system.deployables.find(({ id }) => id === on);
      const actor = system.actors.find(({ id }) => id === on);
      const name = next?.name ?? actor?.name ?? on;
      if (mode === "async" || canDoWithout) degradable.add(name);
      else if (next !== undefined) visit(next);
      else if (actor !== undefined) links.set(actor.id, externalLink(name));
    }
  }

  visit(start);
  return { links: [...links.values()], degradable: [...degradable] };
}

function externalLink(name: string): ChainLink {
  const availability = AVAILABILITY_ASSUMPTIONS.external;
  return { name, instances: 1, zones: 1, availability, formula: "assumed of an external system" };
}

/** 1 − (all instances down + all zones down + what they share). */
function copies(
  { system }: Design,
  { id, name }: { readonly id: string; readonly name: string },
  kind: "stateless" | "stateful",
  stated?: number,
): ChainLink {
  const nodes = system.deployment.nodes.filter(({ hosts }) => hosts === id);
  const placed = nodes.reduce((sum, { replicas }) => sum + replicas, 0);
  const minimum = system.scaling.find(({ deployable }) => deployable === id)?.minimumInstances;
  const instances = Math.max(1, placed, stated ?? 0, placed === 0 ? (minimum ?? 0) : 0);
  const regions = new Set(nodes.map(({ region }) => region));
  const available = system.deployment.regions
    .filter((region) => regions.has(region.id))
    .reduce((sum, region) => sum + region.zones, 0);
  const zones = Math.max(1, Math.min(instances, available));
  const { instance, zone, statelessFloor, statefulFloor } = AVAILABILITY_ASSUMPTIONS;
  const floor = kind === "stateless" ? statelessFloor : statefulFloor;
  const unavailability = (1 - instance) ** instances + (1 - zone) ** zones + floor;
  return {
    name,
    instances,
    zones,
    availability: Math.max(0, 1 - unavailability),
    formula: `1 − (${percent(1 - instance)}^${instances} + ${percent(1 - zone)}^${zones} + ${percent(floor)})`,
  };
}

function percent(value: number): string {
  return `${Number((value * 100).toPrecision(6))} %`;
}
