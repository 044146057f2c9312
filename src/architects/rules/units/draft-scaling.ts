import { instancePlans } from "../../../design/capacity/instance-plan.ts";
import { loadFigures } from "../../../design/capacity/load-figures.ts";
import type { Deployable, Design, Quantified, Scaling } from "../../../design/design.ts";
import { operationsOf } from "../../../design/operations-of.ts";

/** Milliseconds that an instance works on one request, and requests it works on at a time. */
const SERVICE_TIME_MS: Readonly<Record<Deployable["kind"], number>> = {
  gateway: 5,
  service: 25,
  worker: 50,
  job: 1000,
};
const CONCURRENCY: Readonly<Record<Deployable["kind"], number>> = {
  gateway: 200,
  service: 50,
  worker: 20,
  job: 1,
};
const TARGET_UTILISATION = 0.7;
/** Instances of a deployable at the least: one may be lost or replaced at any time. */
const MINIMUM = 2;

/** How each deployable grows: from what the capacity plan asks for today to ten times of it. */
export function draftScaling(design: Design): readonly Scaling[] {
  const policies = design.system.deployables
    .filter(({ kind }) => kind !== "job")
    .map((deployable) => policyOf(deployable, design));
  const planned = { ...design, system: { ...design.system, scaling: policies } };
  const plans = instancePlans(planned, loadFigures(planned).planningRate);
  return policies.map((policy) => {
    const plan = plans.find(({ scaling }) => scaling.id === policy.id);
    if (plan === undefined || !plan.deployable.stateless) return policy;
    const minimumInstances = Math.max(MINIMUM, plan.instances.value ?? MINIMUM);
    const maximumInstances = Math.max(minimumInstances + 1, plan.tenfold.value ?? MINIMUM);
    return { ...policy, minimumInstances, maximumInstances };
  });
}

function policyOf(deployable: Deployable, design: Design): Scaling {
  const { id, kind } = deployable;
  return {
    id,
    deployable: id,
    metric: kind === "worker" ? "length of the queue and CPU" : "CPU and requests per second",
    targetUtilisation: TARGET_UTILISATION,
    minimumInstances: 1,
    maximumInstances: 1,
    reactionSeconds: 120,
    trafficShare: shareOf(deployable, design),
    serviceTimeMs: assumed(
      SERVICE_TIME_MS[kind],
      `A ${kind} of this kind of work; to be measured in a load test.`,
    ),
    concurrencyPerInstance: assumed(
      CONCURRENCY[kind],
      "Requests in flight per instance before queues grow; to be measured in a load test.",
    ),
  };
}

/** All traffic passes a gateway; behind it, traffic is shared by the number of operations. */
function shareOf({ kind, contexts }: Deployable, design: Design): number {
  const all = operationsOf(design);
  if (kind === "gateway" || all.length === 0) return 1;
  if (kind === "worker") return round(1 - design.system.load.readShare.value);
  const own = all.filter(({ context }) => contexts.includes(context.context));
  return round(own.length / all.length);
}

function assumed(value: number, reason: string): Quantified {
  return { value, basis: "assumed", reason };
}

function round(value: number): number {
  return Math.round(Math.min(1, Math.max(0, value)) * 100) / 100;
}
