import { instancePlans } from "../../../design/capacity/instance-plan.ts";
import { loadFigures } from "../../../design/capacity/load-figures.ts";
import type { Deployable, Design, Quantified, Scaling } from "../../../design/design.ts";
import { entitiesOf } from "../../../design/entities-of.ts";
import { operationsOf } from "../../../design/operations-of.ts";
import { speaksOf } from "../demand-text.ts";
import { withSpareZone, zonesOf } from "./zones-of.ts";

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
/** Milliseconds for one event of a batch. */
const EVENT_MS = 1;
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
  const zones = zonesOf(design);
  return policies.map((policy) => {
    const plan = plans.find(({ scaling }) => scaling.id === policy.id);
    if (plan === undefined || !plan.deployable.stateless) return policy;
    // The plan has one more than the load asks for; with several zones, a whole one may be lost.
    const needed = Math.max(1, (plan.instances.value ?? MINIMUM) - 1);
    const minimumInstances = Math.max(
      MINIMUM,
      plan.instances.value ?? MINIMUM,
      withSpareZone(needed, zones),
    );
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
    serviceTimeMs:
      kind === "worker" && isStreamWorker(deployable, design)
        ? assumed(EVENT_MS, "For each event: they are worked on in batches; to be measured.")
        : assumed(
            SERVICE_TIME_MS[kind],
            `A ${kind} of this kind of work; to be measured in a load test.`,
          ),
    concurrencyPerInstance: assumed(
      CONCURRENCY[kind],
      "Requests in flight per instance before queues grow; to be measured in a load test.",
    ),
  };
}

/**
 * All traffic passes a gateway, and what is streamed passes the worker. Behind the gateway, what
 * people do is shared by the number of operations; a stated throughput goes to who takes it in.
 */
function shareOf(deployable: Deployable, design: Design): number {
  const { kind, contexts } = deployable;
  const all = operationsOf(design);
  if (kind === "gateway" || all.length === 0) return 1;
  if (kind === "worker")
    return isStreamWorker(deployable, design) ? 1 : round(1 - design.system.load.readShare.value);
  const own = all.filter(({ context }) => contexts.includes(context.context));
  const byNumber = own.length / all.length;
  const { peakRate, planningRate } = loadFigures(design);
  const peak = peakRate.value ?? 0;
  const planned = planningRate.value ?? 0;
  const taken = intakesOf(design);
  if (taken.length === 0 || planned <= peak) return round(byNumber);
  const stated = taken.filter(({ context }) => contexts.includes(context)).map(({ rate }) => rate);
  return share(Math.max(...stated, peak * byNumber) / planned);
}

/** Contexts that take in what a target of throughput is about: the events of "60,000 events per second". */
function intakesOf(design: Design): readonly { readonly context: string; readonly rate: number }[] {
  const { targets, stores } = design.system;
  const olap = new Set(stores.filter(({ kind }) => kind === "olap").map(({ id }) => id));
  return targets
    .filter(({ measure, unit }) => measure === "throughput" && unit === "per-second")
    .flatMap(({ scope, value }) => {
      const words = scope.toLowerCase();
      const taken = entitiesOf(design).find(
        ({ entity }) =>
          olap.has(entity.store) &&
          speaksOf(words, entity.name.toLowerCase().split(" ").at(-1) ?? ""),
      );
      return taken === undefined ? [] : [{ context: taken.context.context, rate: value }];
    });
}

/** A worker beside a stream that is kept reads all of it. */
function isStreamWorker({ contexts }: Deployable, { system }: Design): boolean {
  return system.stores.some(
    ({ kind, retentionDays, contexts: served }) =>
      kind === "stream" &&
      retentionDays !== undefined &&
      served.some((id) => contexts.includes(id)),
  );
}

function assumed(value: number, reason: string): Quantified {
  return { value, basis: "assumed", reason };
}

/** People beside a stream of events are a small part, and not none. */
function share(value: number): number {
  return Math.round(Math.min(1, Math.max(0, value)) * 10_000) / 10_000;
}

function round(value: number): number {
  return Math.round(Math.min(1, Math.max(0, value)) * 100) / 100;
}
