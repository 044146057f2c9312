import { z } from "zod";
import { toKebab } from "../../../util/naming.ts";
import { choice, guesses, text, texts } from "./answer-parts.ts";
import { formatLink, parseLink } from "./link-phrase.ts";
import type { WireUnit } from "./wire-unit.ts";

const schema = z.object({
  deployment: z.object({
    provider: text(),
    regions: z.array(
      z.object({
        id: text(),
        name: text(),
        zones: z.int(),
        role: choice(["primary", "active", "standby"]),
      }),
    ),
    nodes: z.array(
      z.object({
        id: text(),
        name: text(),
        hosts: text(),
        region: text(),
        replicas: z.int(),
        cpu: z.number(),
        memoryMiB: z.int(),
        storageGiB: z.int().optional(),
        assumed: z.boolean(),
      }),
    ),
    links: texts(),
  }),
  scaling: z.array(
    z.object({
      deployable: text(),
      metric: text(),
      utilisation: z.number(),
      minimumInstances: z.int(),
      maximumInstances: z.int(),
      reactionSeconds: z.int(),
      trafficShare: z.number(),
      serviceTimeMs: z.number(),
      concurrencyPerInstance: z.number(),
      requirement: text(),
      reason: text(),
    }),
  ),
  caches: z.array(
    z.object({
      id: text(),
      name: text(),
      layer: choice(["client", "cdn", "gateway", "application", "database"]),
      store: text(),
      operations: texts(),
      key: text(),
      ttlSeconds: z.int(),
      invalidation: text(),
      targetHitRate: z.number(),
      reqs: texts(),
    }),
  ),
  bottlenecks: z.array(
    z.object({
      id: text(),
      name: text(),
      component: text(),
      metric: text(),
      threshold: text(),
      measurement: text(),
      mitigation: text(),
    }),
  ),
  ...guesses,
});

type Answer = z.infer<typeof schema>;

/** Where it runs, how it grows, what is cached, what gives way first. */
export const platformWire: WireUnit = {
  kind: "platform",
  schema,
  toSections(answer, { base }) {
    const environment = base?.system.deployment.environment ?? "production";
    const { deployment, scaling, caches, bottlenecks } = answer as Answer;
    const nodes = deployment.nodes.map(({ assumed, ...node }) => ({
      ...node,
      basis: assumed ? "assumed" : "stated",
    }));
    return {
      system: {
        deployment: { environment, ...deployment, nodes, links: deployment.links.map(parseLink) },
        scaling: scaling.map(toScaling),
        caches,
        bottlenecks,
      },
    };
  },
  fromSections: ({ deployment, scaling, ...rest }) => ({
    ...rest,
    deployment: deployment && {
      ...deployment,
      nodes: deployment.nodes.map((node) => ({ ...node, assumed: node.basis === "assumed" })),
      links: deployment.links.map(formatLink),
    },
    scaling: scaling?.map(({ serviceTimeMs, concurrencyPerInstance, ...facts }) => ({
      ...facts,
      utilisation: facts.targetUtilisation,
      serviceTimeMs: serviceTimeMs.value,
      concurrencyPerInstance: concurrencyPerInstance.value,
      requirement: serviceTimeMs.requirement,
      reason: serviceTimeMs.reason ?? concurrencyPerInstance.reason,
    })),
  }),
};

/** One source or one reason stands for both numbers. */
function toScaling(answer: Answer["scaling"][number]) {
  const { serviceTimeMs, concurrencyPerInstance, requirement, reason, utilisation, ...rest } =
    answer;
  const basis = requirement.trim() === "" ? "assumed" : "stated";
  const origin = { basis, requirement, reason };
  return {
    ...rest,
    id: toKebab(`${rest.deployable} ${rest.metric}`),
    targetUtilisation: utilisation,
    serviceTimeMs: { value: serviceTimeMs, ...origin },
    concurrencyPerInstance: { value: concurrencyPerInstance, ...origin },
  };
}
