import { loadFigures } from "../../../design/capacity/load-figures.ts";
import type { Deployable, Design, Scaling } from "../../../design/design.ts";

/** Milliseconds of a core that one request costs; the rest of its time it waits for others. */
const CORE_MS: Readonly<Record<Deployable["kind"], number>> = {
  gateway: 0.1,
  service: 0.5,
  worker: 0.1,
  job: 1000,
};
const MOST = 64;

/** Cores of one instance, so that it is no busier than its policy says at its share of the peak. */
export function coresOf(
  { id, kind }: Deployable,
  instances: number,
  design: Design,
  scaling: readonly Scaling[],
): number {
  const policy = scaling.find(({ deployable }) => deployable === id);
  const rate = loadFigures(design).planningRate.value ?? 0;
  if (policy === undefined || kind === "job") return 1;
  const each = (rate * policy.trafficShare) / Math.max(1, instances);
  const cores = (each * CORE_MS[kind]) / 1000 / policy.targetUtilisation;
  return Math.min(MOST, Math.max(1, Math.ceil(cores)));
}
