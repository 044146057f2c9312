import type { Deployable, Design, Scaling } from "../design.ts";
import type { Figure, FigureInput } from "./figure.ts";
import { figure, inputOf } from "./figure.ts";

/** How many instances of one deployable the load asks for. */
export interface InstancePlan {
  readonly deployable: Deployable;
  readonly scaling: Scaling;
  readonly rate: Figure;
  /** Requests in work at the same time (Little's law). */
  readonly inFlight: Figure;
  readonly instances: Figure;
  readonly tenfold: Figure;
  /** Instances that the deployment states; 0 where it places none. */
  readonly deployed: number;
}

/** One plan per deployable with a scaling policy, for a peak rate in requests per second. */
export function instancePlans({ system }: Design, peak: Figure): readonly InstancePlan[] {
  return system.scaling.flatMap((scaling) => {
    const deployable = system.deployables.find(({ id }) => id === scaling.deployable);
    if (deployable === undefined) return [];
    const deployed = system.deployment.nodes
      .filter(({ hosts }) => hosts === deployable.id)
      .reduce((sum, { replicas }) => sum + replicas, 0);
    const rate = rateOf(peak, scaling);
    return [
      {
        deployable,
        scaling,
        rate,
        inFlight: inFlightOf(rate, scaling),
        instances: instancesOf(rate, scaling, 1),
        tenfold: instancesOf(rate, scaling, 10),
        deployed,
      },
    ];
  });
}

function rateOf(peak: Figure, scaling: Scaling): Figure {
  const part: FigureInput = {
    name: "traffic share",
    value: scaling.trafficShare,
    unit: "of 1",
    basis: "assumed",
  };
  return figure(
    {
      name: "Rate at peak",
      unit: "requests/s",
      formula: "planning rate × traffic share",
      inputs: [inputOf(peak), part],
    },
    (peak.value ?? Number.NaN) * part.value,
  );
}

/** L = λ × W (Little 1961). */
function inFlightOf(rate: Figure, scaling: Scaling): Figure {
  const time = serviceTime(scaling);
  return figure(
    {
      name: "Requests in flight",
      unit: "requests",
      formula: "rate at peak × service time",
      inputs: [inputOf(rate), time],
    },
    ((rate.value ?? Number.NaN) * time.value) / 1000,
  );
}

function instancesOf(rate: Figure, scaling: Scaling, times: number): Figure {
  const time = serviceTime(scaling);
  const concurrency: FigureInput = {
    name: "concurrency per instance",
    value: scaling.concurrencyPerInstance.value,
    unit: "requests",
    basis: scaling.concurrencyPerInstance.basis,
  };
  const utilisation: FigureInput = {
    name: "target utilisation",
    value: scaling.targetUtilisation,
    unit: "of 1",
    basis: "assumed",
  };
  const load = ((rate.value ?? Number.NaN) * times * time.value) / 1000;
  return figure(
    {
      name: times === 1 ? "Instances" : `Instances at ${times}×`,
      unit: "instances",
      formula: `⌈${times === 1 ? "" : `${times} × `}rate at peak × service time ÷ (concurrency per instance × target utilisation)⌉ + 1`,
      inputs: [inputOf(rate), time, concurrency, utilisation],
    },
    Math.ceil(rounded(load / (concurrency.value * utilisation.value))) + 1,
  );
}

/** Binary fractions must not turn 3 into 3.0000000000000004 and then into 4. */
function rounded(value: number): number {
  return Number.isFinite(value) ? Number(value.toPrecision(12)) : value;
}

function serviceTime({ serviceTimeMs }: Scaling): FigureInput {
  return {
    name: "service time",
    value: serviceTimeMs.value,
    unit: "ms",
    basis: serviceTimeMs.basis,
  };
}
