import { toSnake } from "../../../src/util/naming.ts";
import type { ContextInput, SystemInput } from "../sample/system-input.ts";
import type { Landscape } from "./arbitrary-landscape.ts";
import type { Draw } from "./draw.ts";

type Rest = Omit<
  SystemInput,
  keyof Landscape["sections"] | "events" | "flows" | "consistency" | "$schema"
>;

/** Platform, observability, security, technology, delivery and reviews. */
export function arbitraryRest(
  draw: Draw,
  landscape: Landscape,
  contexts: readonly ContextInput[],
  events: readonly string[],
): Rest {
  return {
    ...platformOf(draw, landscape, contexts),
    observability: observabilityOf(draw, landscape),
    ...securityOf(draw, landscape, contexts, events),
    ...decisionsOf(draw, landscape),
  };
}

function platformOf(
  draw: Draw,
  landscape: Landscape,
  contexts: readonly ContextInput[],
): Pick<Rest, "deployment" | "scaling" | "caches" | "bottlenecks"> {
  const region = draw.id(new Set());
  const hosts = [...landscape.deployables, ...landscape.stores];
  // Links name actors and deployables as well as nodes, so a node shares no id with them.
  const nodes = hosts.map((hosted) => ({
    id: `node-of-${hosted}`.slice(0, 64),
    name: draw.name(["machine"], new Set()),
    hosts: hosted,
    region,
    replicas: draw.int(1, 5),
    cpu: draw.int(1, 16) / 2,
    memoryMiB: draw.int(128, 65_536),
    ...(draw.chance(30) ? { storageGiB: draw.int(1, 1_000) } : {}),
    basis: draw.pick(["stated", "assumed"] as const),
  }));
  const linkIds = new Set<string>();
  const reads = contexts.flatMap(({ context, operations = [] }) =>
    operations.filter(({ kind }) => kind === "query").map(({ id }) => `${context}/${id}`),
  );
  return {
    deployment: {
      environment: draw.name(["environment"], new Set()),
      provider: draw.name(["cloud"], new Set()),
      regions: [{ id: region, name: draw.name(["region"], new Set()), zones: 3, role: "primary" }],
      nodes,
      links: draw.some(nodes).map(({ id }) => ({
        id: draw.id(linkIds),
        from: draw.pick([...landscape.actors, ...landscape.deployables]),
        to: id,
        protocol: draw.name(["protocol"], new Set()),
      })),
    },
    scaling: draw.some(landscape.deployables).map((deployable) => {
      const minimumInstances = draw.int(1, 4);
      return {
        id: deployable,
        deployable,
        metric: draw.name(["load"], new Set()),
        targetUtilisation: draw.int(10, 90) / 100,
        minimumInstances,
        maximumInstances: minimumInstances + draw.int(0, 40),
        reactionSeconds: draw.int(10, 290),
        trafficShare: draw.int(0, 100) / 100,
        serviceTimeMs: { value: draw.int(1, 500), basis: "assumed" as const, reason: draw.prose() },
        concurrencyPerInstance: { value: draw.int(1, 200), basis: "stated" as const },
      };
    }),
    caches: landscape.caches.map((store) => ({
      id: store,
      name: draw.name(["cache"], new Set()),
      layer: "application" as const,
      store,
      operations: [...draw.some(reads)],
      key: draw.name(["key"], new Set()),
      ttlSeconds: draw.int(1, 86_400),
      invalidation: draw.prose(),
      targetHitRate: draw.int(95, 100),
    })),
    bottlenecks: draw.some(hosts).map((component) => ({
      id: component,
      name: draw.name(["narrow"], new Set()),
      component,
      metric: draw.name(["metric"], new Set()),
      threshold: draw.name(["threshold"], new Set()),
      measurement: draw.prose(),
      mitigation: draw.prose(),
    })),
  };
}

function observabilityOf(draw: Draw, { targets, deployables }: Landscape): Rest["observability"] {
  const metrics = targets.map(({ id }) => ({
    id,
    name: `${toSnake(id)}_seconds`,
    kind: draw.pick(["gauge", "counter", "histogram"] as const),
    description: draw.prose(),
    component: draw.pick(deployables),
    targets: [id],
  }));
  return {
    metrics,
    slos: draw.some(targets).map(({ id }) => ({
      id,
      name: draw.name(["objective"], new Set()),
      target: id,
      objective: draw.int(11, 999) / 10,
      windowDays: draw.int(1, 90),
      metric: id,
    })),
    alerts: metrics.map(({ id, name }) => ({
      id,
      name: draw.name(["alert"], new Set()),
      metric: id,
      targets: [id],
      condition: draw.prose(),
      expression: `${name} > ${draw.int(0, 100)}`,
      forMinutes: draw.int(0, 60),
      severity: draw.pick(["page", "ticket"] as const),
      runbook: [draw.prose()],
    })),
  };
}

function securityOf(
  draw: Draw,
  landscape: Landscape,
  contexts: readonly ContextInput[],
  events: readonly string[],
): Pick<Rest, "security" | "governance"> {
  const control = draw.id(new Set());
  const entities = contexts.flatMap(({ context, entities: own = [] }) =>
    own.map(({ id }) => `${context}/${id}`),
  );
  return {
    security: {
      dataClasses: (["public", "internal", "personal", "sensitive", "secret"] as const).map(
        (level) => ({ id: level, level, handling: draw.prose() }),
      ),
      controls: [
        { id: control, name: draw.name(["control"], new Set()), description: draw.prose() },
      ],
      threats: [
        {
          id: draw.id(new Set()),
          name: draw.name(["threat"], new Set()),
          category: draw.pick(["spoofing", "tampering", "repudiation"] as const),
          component: draw.pick(landscape.deployables),
          description: draw.prose(),
          controls: [control],
        },
      ],
      compliance: [],
    },
    governance: {
      pipelines: events
        .filter((event) => ![...landscape.stores, ...landscape.actors].includes(event))
        .slice(0, 1)
        .map((source) => ({
          id: draw.id(new Set()),
          name: draw.name(["pipeline"], new Set()),
          kind: "stream" as const,
          source,
          sink: draw.pick(landscape.databases),
          description: draw.prose(),
          windowSeconds: draw.int(1, 3_600),
        })),
      retention: draw.some(entities).map((entity, index) => ({
        id: `keep-${index}`,
        name: draw.name(["retention"], new Set()),
        entities: [entity],
        days: draw.int(1, 3_650),
        action: draw.pick(["delete", "anonymise", "archive"] as const),
        reason: draw.prose(),
      })),
    },
  };
}

function decisionsOf(
  draw: Draw,
  landscape: Landscape,
): Pick<Rest, "technology" | "decisions" | "risks" | "delivery" | "reviews"> {
  const alternative = { name: draw.name(["other"], new Set()), reason: draw.prose() };
  const packageIds = new Set<string>();
  const packages = landscape.contexts.map((context) => ({
    id: draw.id(packageIds),
    name: draw.name(["package"], new Set()),
    specialist: draw.name(["engineer"], new Set()),
    goal: draw.prose(),
    contexts: [context],
    successCriteria: [draw.prose()],
    integrationPoints: [draw.prose()],
  }));
  return {
    technology: [
      {
        id: draw.id(new Set()),
        name: draw.name(["purpose"], new Set()),
        choice: draw.name(["product"], new Set()),
        reason: draw.prose(),
        alternatives: [alternative],
        tradeOffs: draw.prose(),
      },
    ],
    decisions: [
      {
        id: draw.id(new Set()),
        name: draw.name(["decision"], new Set()),
        status: draw.pick(["proposed", "accepted", "superseded"]),
        context: draw.prose(),
        options: [alternative],
        outcome: draw.prose(),
        consequences: [draw.prose()],
        requirements: [...landscape.requirementIds],
      },
    ],
    risks: [
      {
        id: draw.id(new Set()),
        name: draw.name(["risk"], new Set()),
        likelihood: draw.pick(["low", "medium", "high"]),
        impact: draw.pick(["low", "medium", "high"]),
        mitigation: draw.prose(),
        fallback: draw.prose(),
      },
    ],
    delivery: {
      workPackages: packages.map((one, index) => ({
        ...one,
        dependsOn: packages.slice(0, index).map(({ id }) => id),
      })),
      successMetrics: [
        { id: draw.id(new Set()), name: draw.name(["success"], new Set()), target: draw.prose() },
      ],
    },
    reviews: draw.chance(50)
      ? [
          {
            id: draw.id(new Set()),
            name: draw.name(["review"], new Set()),
            reviewer: "checks",
            summary: draw.prose(),
            findings: [{ subject: "package", text: draw.prose() }],
          },
        ]
      : [],
  };
}
