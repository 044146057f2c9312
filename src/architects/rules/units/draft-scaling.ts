import type { Deployable, Design, Load, Quantified, Scaling } from "../../../design/design.ts";
import { operationsOf } from "../accepted-views.ts";

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
/** Headroom over the instances of today's peak, from the growth target of ten times. */
const GROWTH = 10;

/** Requests per second at peak: active users ÷ think time is the stated peak of users. */
export function peakRate({ concurrentUsers, thinkTimeSeconds }: Load): number {
  return thinkTimeSeconds.value === 0 ? 0 : concurrentUsers.value / thinkTimeSeconds.value;
}

/** How each deployable grows: peak rate × share × service time ÷ (concurrency × utilisation), plus one. */
export function draftScaling(design: Design): readonly Scaling[] {
  const { deployables, load } = design.system;
  const serving = deployables.filter(({ kind }) => kind !== "job");
  return serving.map((deployable) => {
    const trafficShare = shareOf(deployable, design);
    const serviceTimeMs = assumed(
      SERVICE_TIME_MS[deployable.kind],
      `A ${deployable.kind} of this kind of work; to be measured in a load test.`,
    );
    const concurrencyPerInstance = assumed(
      CONCURRENCY[deployable.kind],
      "Requests in flight per instance before queues grow; to be measured in a load test.",
    );
    const busy =
      (peakRate(load) * trafficShare * (serviceTimeMs.value / 1000)) /
      (concurrencyPerInstance.value * TARGET_UTILISATION);
    const needed = Math.max(2, Math.ceil(busy) + 1);
    const scalesOut = deployable.stateless;
    return {
      id: deployable.id,
      deployable: deployable.id,
      metric:
        deployable.kind === "worker"
          ? "length of the queue and CPU"
          : "CPU and requests per second",
      targetUtilisation: TARGET_UTILISATION,
      minimumInstances: scalesOut ? needed : 1,
      maximumInstances: scalesOut ? Math.max(3, (needed - 1) * GROWTH + 1) : 1,
      reactionSeconds: 120,
      trafficShare,
      serviceTimeMs,
      concurrencyPerInstance,
    };
  });
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
