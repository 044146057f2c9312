import { capacityOf } from "../../design/capacity.ts";
import type { Design, System } from "../../design/design.ts";
import { formatNumber } from "./format-number.ts";
import { listed } from "./listed.ts";
import { named } from "./named.ts";
import { targetText } from "./target-text.ts";

/** What the template of observability needs; nothing where nothing is watched. */
export function observabilityView(design: Design): object | undefined {
  const { system } = design;
  const { metrics, slos, alerts } = system.observability;
  if (metrics.length + slos.length + alerts.length === 0) return undefined;
  const average = capacityOf(design).load.averageRate.value;
  return {
    title: system.title,
    averageRate: average === undefined ? "" : formatNumber(average),
    slos: slos.map((slo) => ({
      name: slo.name,
      objective: `${slo.objective} %`,
      window: `${slo.windowDays} days`,
      ...budgetOf(slo, average),
      target: targetsText([slo.target], system),
      metric: named([slo.metric], metrics),
    })),
    metrics: metrics.map((metric) => ({
      name: metric.name,
      kind: metric.kind,
      description: metric.description,
      component:
        metric.component === undefined
          ? "–"
          : named([metric.component], [...system.deployables, ...system.stores]),
      targets: targetsText(metric.targets, system),
    })),
    alerts: alerts.map((alert) => ({
      id: alert.id,
      name: alert.name,
      severity: alert.severity,
      condition: alert.condition,
      expression: alert.expression,
      lasting: alert.forMinutes === 0 ? "at once" : `${alert.forMinutes} min`,
      runbook: alert.runbook,
    })),
  };
}

/** What may go wrong within the window: (1 − objective) of its time, or of its requests. */
function budgetOf(
  { objective, windowDays }: System["observability"]["slos"][number],
  averageRate: number | undefined,
): { readonly minutes: string; readonly requests: string } {
  const share = (100 - objective) / 100;
  const minutes = share * windowDays * 24 * 60;
  const requests =
    averageRate === undefined ? undefined : share * windowDays * 86_400 * averageRate;
  return {
    minutes: `${formatNumber(Number(minutes.toPrecision(12)))} min`,
    requests: requests === undefined ? "not computable" : formatNumber(Math.round(requests)),
  };
}

function targetsText(ids: readonly string[], { targets }: System): string {
  return listed(
    ids.map((id) => {
      const target = targets.find((candidate) => candidate.id === id);
      return target === undefined ? id : `${target.name}: ${targetText(target)}`;
    }),
  );
}
