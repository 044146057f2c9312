import type { Design, System, Target } from "../../../design/design.ts";
import type { UnitPart } from "../../../design/unit-part.ts";
import type { Outcome } from "../../../diagnostics/diagnostic.ts";
import { toKebab } from "../../../util/naming.ts";
import type { DraftRequest } from "../../architect.ts";
import { asName } from "../as-name.ts";
import { measurements } from "./measurements.ts";

type Observability = System["observability"];

const COMPARATORS: Readonly<Record<Target["comparator"], string>> = {
  lt: "below",
  lte: "at most",
  gt: "above",
  gte: "at least",
};
/** Days of the window that an objective is counted over. */
const WINDOW_DAYS = 30;

/** One metric for each measure, one alert for each target, an objective for what users feel. */
export function draftObservabilityUnit({ accepted }: DraftRequest): Outcome<UnitPart> {
  const { targets } = accepted.system;
  return {
    value: {
      system: {
        observability: {
          metrics: draftMetrics(targets),
          slos: draftObjectives(targets),
          alerts: targets.map(draftAlert),
        },
      },
      assumptions: [],
      openQuestions: [],
    },
    diagnostics: [],
  };
}

function draftMetrics(targets: Design["system"]["targets"]): Observability["metrics"] {
  const measures = [...new Set(targets.map(({ measure }) => measure))];
  return measures.map((measure) => {
    const { metric, kind, description } = measurements[measure];
    const own = targets.filter((target) => target.measure === measure);
    return { id: measure, name: metric, kind, description, targets: own.map(({ id }) => id) };
  });
}

function draftObjectives(targets: Design["system"]["targets"]): Observability["slos"] {
  return targets.flatMap((target) => {
    const objective = objectiveOf(target);
    if (objective === undefined) return [];
    return [
      {
        id: target.id,
        name: asName(target.name),
        target: target.id,
        objective,
        windowDays: WINDOW_DAYS,
        metric: target.measure,
      },
    ];
  });
}

/** Share of good events in percent; none for what is not counted in events. */
function objectiveOf({ measure, value, percentile }: Target): number | undefined {
  if (measure === "availability") return value > 0 && value < 100 ? value : undefined;
  if (measure === "error-rate")
    return value > 0 && value < 100 ? Number((100 - value).toFixed(4)) : undefined;
  if (measure === "latency") return percentile === undefined || percentile >= 100 ? 95 : percentile;
  return undefined;
}

function draftAlert(target: Target): Observability["alerts"][number] {
  const { expression, scale, runbook } = measurements[target.measure];
  const value = Number((target.value * scale(target.unit)).toPrecision(6));
  const isUrgent = ["availability", "error-rate", "latency", "recovery-point"].includes(
    target.measure,
  );
  return {
    id: toKebab(`${target.id} missed`),
    name: asName(`${target.name} missed`),
    metric: target.measure,
    targets: [target.id],
    condition: `${target.name} (${target.scope}) is not ${COMPARATORS[target.comparator]} ${target.value} ${target.unit}${target.percentile === undefined ? "" : ` at p${target.percentile}`}.`,
    expression: expression(value, target.percentile ?? 95),
    forMinutes: isUrgent ? 5 : 15,
    severity: isUrgent ? "page" : "ticket",
    runbook,
  };
}
