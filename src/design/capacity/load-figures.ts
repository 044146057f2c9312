import type { Design, Load, Quantified, Target } from "../design.ts";
import type { Figure, FigureInput } from "./figure.ts";
import { figure, inputOf } from "./figure.ts";

/** Request rates and traffic of the whole system. */
export interface LoadFigures {
  readonly averageRate: Figure;
  readonly peakRate: Figure;
  /** What the capacity plan is made for: the peak, or a stated throughput above it. */
  readonly planningRate: Figure;
  readonly readRate: Figure;
  readonly writeRate: Figure;
  readonly inbound: Figure;
  readonly outbound: Figure;
  readonly monthlyEgress: Figure;
}

const SECONDS_PER_MONTH = 30 * 86_400;

/**
 * Peak rate = concurrent users ÷ think time: the interactive response time law (Denning and Buzen
 * 1978) with the response time left out, so a slight overestimate. Concurrent users are those at
 * peak, as requirements state them; average = peak ÷ factor.
 */
export function loadFigures({ system }: Design): LoadFigures {
  const { load } = system;
  const peakRate = peakOf(load);
  const factor = input("peak factor", "×", load.peakFactor);
  const averageRate = figure(
    {
      name: "Average rate",
      unit: "requests/s",
      formula: "peak rate ÷ peak factor",
      inputs: [inputOf(peakRate), factor],
    },
    (peakRate.value ?? Number.NaN) / factor.value,
  );
  const planningRate = planningOf(peakRate, system.targets);
  const reads = input("read share", "of 1", load.readShare);
  return {
    averageRate,
    peakRate,
    planningRate,
    readRate: share(
      "Reads at peak",
      "planning rate × read share",
      planningRate,
      reads,
      reads.value,
    ),
    writeRate: share(
      "Writes at peak",
      "planning rate × (1 − read share)",
      planningRate,
      reads,
      1 - reads.value,
    ),
    inbound: traffic(
      "Inbound at peak",
      planningRate,
      input("request size", "bytes", load.requestBytes),
    ),
    outbound: traffic(
      "Outbound at peak",
      planningRate,
      input("response size", "bytes", load.responseBytes),
    ),
    monthlyEgress: egress(averageRate, input("response size", "bytes", load.responseBytes)),
  };
}

function peakOf({ concurrentUsers, thinkTimeSeconds }: Load): Figure {
  const users = input("concurrent users", "users", concurrentUsers);
  const think = input("think time", "s", thinkTimeSeconds);
  return figure(
    {
      name: "Peak rate",
      unit: "requests/s",
      formula: "concurrent users ÷ think time",
      inputs: [users, think],
    },
    users.value / think.value,
  );
}

function planningOf(peak: Figure, targets: readonly Target[]): Figure {
  const inputs = [
    inputOf(peak),
    ...targets
      .filter(({ measure, unit }) => measure === "throughput" && unit === "per-second")
      .map(({ name, value, basis }): FigureInput => ({ name, value, unit: "requests/s", basis })),
  ];
  return figure(
    {
      name: "Planning rate",
      unit: "requests/s",
      formula:
        inputs.length === 1
          ? "peak rate; no throughput target"
          : "the largest of peak rate and throughput targets",
      inputs,
    },
    peak.value === undefined && inputs.length === 1
      ? Number.NaN
      : Math.max(...inputs.map(({ value }) => value)),
  );
}

function share(
  name: string,
  formula: string,
  rate: Figure,
  reads: FigureInput,
  factor: number,
): Figure {
  return figure(
    { name, unit: "requests/s", formula, inputs: [inputOf(rate), reads] },
    (rate.value ?? Number.NaN) * factor,
  );
}

function traffic(name: string, rate: Figure, size: FigureInput): Figure {
  return figure(
    {
      name,
      unit: "Mbit/s",
      formula: `planning rate × ${size.name} × 8 ÷ 10⁶`,
      inputs: [inputOf(rate), size],
    },
    ((rate.value ?? Number.NaN) * size.value * 8) / 1e6,
  );
}

function egress(rate: Figure, size: FigureInput): Figure {
  return figure(
    {
      name: "Egress per month",
      unit: "GB",
      formula: "average rate × response size × 30 days ÷ 10⁹",
      inputs: [inputOf(rate), size],
    },
    ((rate.value ?? Number.NaN) * size.value * SECONDS_PER_MONTH) / 1e9,
  );
}

function input(name: string, unit: string, { value, basis }: Quantified): FigureInput {
  return { name, value, unit, basis };
}
