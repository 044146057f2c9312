import type { ContextDesign, Design, Entity } from "../../src/design/design.ts";
import { emptyDesign } from "../../src/design/empty-design.ts";
import { contextDesignSchema } from "../../src/design/schema/context-design.ts";
import { systemSchema } from "../../src/design/schema/system.ts";
import { sampleDesign } from "./sample-design.ts";

export interface DesignSize {
  readonly services: number;
  readonly servicesPerContext: number;
  readonly tablesPerContext: number;
  readonly regions?: number;
}

const NAMES: readonly string[] = [
  "Billing",
  "Catalogue",
  "Customer support and complaints",
  "Delivery",
  "Fraud",
  "Identity",
  "Inventory",
  "Notifications",
  "Ordering",
  "Payments",
  "Pricing",
  "Recommendation",
];

/**
 * A Design of any number of services, well-formed but made for pictures only: contexts with
 * databases, caches and a stream, calls within and between contexts, events, and tables that refer
 * to each other. The same size gives the same Design.
 */
export function designOfServices(size: DesignSize): Design {
  const { services, servicesPerContext, tablesPerContext, regions = 1 } = size;
  const random = createRandom(services);
  const count = Math.ceil(services / servicesPerContext);
  const contexts = numbers(count).map((index) => ({
    id: `context-${index}`,
    name: nameOf(index),
    purpose: "A part of the business.",
    classification: "core",
  }));
  const home = (service: number) => `context-${Math.floor(service / servicesPerContext)}`;
  const deployables = [
    {
      id: "gateway",
      name: "API gateway",
      kind: "gateway",
      contexts: [],
      team: "Platform",
      technology: "Envoy",
      stateless: true,
      dependencies: contexts.map((_, index) => needs(`service-${index * servicesPerContext}`)),
    },
    ...numbers(services).map((index) => ({
      id: `service-${index}`,
      name: `${nameOf(Math.floor(index / servicesPerContext))} service ${index}`,
      kind: index % 5 === 4 ? "worker" : "service",
      contexts: [home(index)],
      team: nameOf(Math.floor(index / servicesPerContext)),
      technology: "TypeScript on Node.js",
      stateless: true,
      dependencies: [
        ...new Set([
          ...(index % servicesPerContext === 0 ? [] : [index - 1]),
          Math.floor(random() * services),
        ]),
      ]
        .filter((other) => other !== index)
        .map((other) => needs(`service-${other}`)),
    })),
  ];
  const stores = [
    store("stream", "Event stream", "stream", "kafka", []),
    ...contexts.flatMap(({ id, name }, index) => [
      store(`db-${id}`, `${name} database`, "relational", "postgresql", [id]),
      ...(index % 2 === 0 ? [store(`cache-${id}`, `${name} cache`, "cache", "redis", [id])] : []),
    ]),
  ];
  const { system } = emptyDesign();
  const input = {
    ...system,
    title: `Shop of ${services} services`,
    actors: [
      { id: "customer", name: "Customer", kind: "person", description: "Buys." },
      { id: "agent", name: "Support agent", kind: "person", description: "Helps customers." },
      { id: "bank", name: "Bank", kind: "external-system", description: "Moves money." },
    ],
    contexts,
    deployables,
    stores,
    events: contexts.slice(1).map(({ id }, index) => ({
      id: `event-${index}`,
      name: `${nameOf(index)} changed`,
      description: "Something changed.",
      producer: `context-${index}`,
      consumers: [id],
      payload: [],
      delivery: "at-least-once",
      orderingKey: "id",
      deadLetter: "Parked after five attempts.",
    })),
    caches: contexts.slice(0, 8).map(({ id, name }, index) => ({
      id: `cached-${index}`,
      name: `Reads of ${name}`,
      layer: index % 3 === 0 ? "cdn" : "application",
      ...(index % 2 === 0 ? { store: `cache-${id}` } : {}),
      operations: [`${id}/read`],
      key: "reads:{id}",
      ttlSeconds: 60,
      invalidation: "By time.",
      targetHitRate: 96,
    })),
    flows: numbers(Math.min(4, count)).map((index) => flowOf(index, servicesPerContext, services)),
    deployment: {
      environment: "production",
      provider: "Kubernetes",
      regions: numbers(regions).map((index) => ({
        id: `region-${index}`,
        name: `Region ${index + 1}`,
        zones: 3,
        role: index === 0 ? "primary" : "active",
      })),
      nodes: numbers(regions).flatMap((region) =>
        [...deployables, ...stores].map(({ id, name }) => ({
          id: `${id}-in-${region}`,
          name,
          hosts: id,
          region: `region-${region}`,
          replicas: 3,
          cpu: 2,
          memoryMiB: 2048,
          basis: "assumed",
        })),
      ),
      links: [
        { id: "entry", from: "customer", to: "gateway-in-0", protocol: "HTTPS" },
        { id: "bank", from: "agent", to: "gateway-in-0", protocol: "HTTPS" },
      ],
    },
  };
  return {
    system: systemSchema.parse(input),
    contexts: contexts.map(({ id }) => contextOf(id, tablesPerContext, random)),
  };
}

function contextOf(id: string, tables: number, random: () => number): ContextDesign {
  const [sample] = sampleDesign().contexts;
  const model = sampleDesign()
    .contexts.flatMap(({ entities }) => entities)
    .find(({ relations }) => relations.length > 0);
  const [relation] = model?.relations ?? [];
  if (sample === undefined || model === undefined || relation === undefined) {
    throw new Error("the sample has no relations");
  }
  const entities = numbers(tables).map((index): Entity => ({
    ...model,
    id: `table-${index}`,
    name: `${NAMES[index % NAMES.length]?.split(" ")[0]} record ${index}`,
    relations:
      index === 0
        ? []
        : [{ ...relation, to: `table-${Math.floor(random() * Math.min(index, 12))}` }],
  }));
  return contextDesignSchema.parse({
    ...sample,
    context: id,
    entities,
    operations: [],
    schemas: [],
  });
}

function flowOf(index: number, perContext: number, services: number): object {
  const first = index * perContext;
  const hop = (from: string, to: string, name: string, mode = "sync") => ({ from, to, name, mode });
  const steps = [
    hop("customer", "gateway", "Ask for something that takes a few words to say"),
    hop("gateway", `service-${first}`, "Verify the caller and route"),
    hop(`service-${first}`, `db-context-${index}`, "Read and write in one transaction"),
    hop(`service-${first}`, `service-${(first + 1) % services}`, "Ask the neighbour"),
    hop(`service-${first}`, "stream", "Publish what changed", "async"),
    hop("stream", `service-${(first + 2) % services}`, "Deliver", "async"),
  ];
  return {
    id: `flow-${index}`,
    name: `Flow of ${nameOf(index)}`,
    purpose: "From the customer to the data.",
    steps: steps.map((step, position) => ({ ...step, id: `step-${position}`, budgetMs: 20 })),
  };
}

function needs(on: string): object {
  return { on, mode: "sync", purpose: "Reads", degradable: false, reason: "It has no copy." };
}

function store(id: string, name: string, kind: string, engine: string, contexts: string[]) {
  return { id, name, kind, engine, contexts, purpose: "Data.", replicas: 2 };
}

function nameOf(index: number): string {
  const round = Math.floor(index / NAMES.length);
  return `${NAMES[index % NAMES.length] ?? ""}${round === 0 ? "" : ` ${round + 1}`}`;
}

function numbers(count: number): readonly number[] {
  return Array.from({ length: count }, (_, index) => index);
}

/** The same numbers for the same seed. */
function createRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) & 0x7fff_ffff;
    return state / 0x8000_0000;
  };
}
