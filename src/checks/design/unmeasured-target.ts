import { declareDiagnostic } from "../../diagnostics/declare-diagnostic.ts";
import type { DesignCheck } from "../design-check.ts";
import { label } from "./support/label.ts";

export const unmeasuredTarget = declareDiagnostic<{
  readonly target: string;
  readonly id: string;
  readonly lacks: "metric" | "alert";
}>({
  code: "design/unmeasured-target",
  severity: "error",
  message: ({ target, lacks }) =>
    lacks === "metric"
      ? `no metric measures the target ${target}`
      : `no alert fires when the target ${target} is missed`,
  fix: ({ id, lacks }) =>
    `add ${id} to the targets of a ${lacks} that is about it, or add such a ${lacks}`,
});

/** Every target has a metric and an alert. */
export const unmeasuredTargetCheck: DesignCheck = {
  after: ["requirements", "observability"],
  check({ system: { targets, observability } }) {
    const measured = new Set(observability.metrics.flatMap((metric) => metric.targets));
    const alerted = new Set(observability.alerts.flatMap((alert) => alert.targets));
    return targets.flatMap((target) => {
      const { id } = target;
      // What lacks stands in the observability section, so that is what has to change.
      const details = { related: [`system/target/${id}`] };
      return [
        ...(measured.has(id) ? [] : (["metric"] as const)),
        ...(alerted.has(id) ? [] : (["alert"] as const)),
      ].map((lacks) =>
        unmeasuredTarget("system/observability", { target: label(target), id, lacks }, details),
      );
    });
  },
};
