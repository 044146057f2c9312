import type { Design, System } from "../../design/design.ts";
import type { BurnWindow } from "./burn-windows.ts";
import { BURN_WINDOWS, ERROR_RATIO } from "./burn-windows.ts";
import { errorRatio } from "./error-ratio.ts";
import { literalText } from "./literal-text.ts";
import type { RuleWithOrigin } from "./rule-with-origin.ts";
import { runbookAnnotation } from "./runbook-annotation.ts";

type Slo = System["observability"]["slos"][number];

/** Multiwindow, multi-burn-rate alerts of the objectives whose error ratio is recorded. */
export function burnAlerts(
  design: Design,
  nameOf: (id: string) => string,
  hasRunbooks: boolean,
): readonly RuleWithOrigin[] {
  return design.system.observability.slos
    .filter((slo) => errorRatio(slo, design, "5m") !== undefined)
    .flatMap((slo) =>
      BURN_WINDOWS.flatMap((window) => {
        const alert = burnAlert(slo, window, design, nameOf, hasRunbooks);
        return alert === undefined ? [] : [alert];
      }),
    );
}

function burnAlert(
  slo: Slo,
  window: BurnWindow,
  { system }: Design,
  nameOf: (id: string) => string,
  hasRunbooks: boolean,
): RuleWithOrigin | undefined {
  const { id, name, target, objective, windowDays, metric } = slo;
  const factor = (window.budgetShare * windowDays * 24) / window.longHours;
  const threshold = Number(((factor * (100 - objective)) / 100).toPrecision(6));
  // It would fire while the budget lasts, or could not fire at all.
  if (factor <= 1 || threshold >= 1) return undefined;
  const component = system.observability.metrics.find((one) => one.id === metric)?.component;
  const sibling = system.observability.alerts.find(({ targets }) => targets.includes(target));
  const share = Math.round(window.budgetShare * 100);
  return {
    subject: `system/slo/${id}`,
    rule: {
      alert: nameOf(`${id}-budget-burns-${window.id}`),
      expr: `${above(window.long, id, threshold)} and ${above(window.short, id, threshold)}`,
      for: window.for,
      labels: {
        severity: "page",
        slo: id,
        target,
        ...(component === undefined ? {} : { component }),
      },
      annotations: {
        summary: literalText(`${name}: the error budget burns too fast`),
        description: `At this rate ${share} % of the error budget of ${windowDays} days is gone in ${window.long} (objective ${objective} %).`,
        ...(sibling === undefined ? {} : runbookAnnotation(sibling, hasRunbooks)),
      },
    },
  };
}

function above(window: string, slo: string, threshold: number): string {
  return `${ERROR_RATIO}${window}{slo="${slo}"} > ${threshold}`;
}
