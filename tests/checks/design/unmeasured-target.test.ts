import { unmeasuredTargetCheck } from "../../../src/checks/design/unmeasured-target.ts";
import { invalid, valid } from "../../support/cases.ts";
import { runCheck } from "../../support/run-check.ts";

valid("design/unmeasured-target", "the sample", () =>
  runCheck(unmeasuredTargetCheck, () => {}, []),
);

invalid("design/unmeasured-target", "no metric", () =>
  runCheck(
    unmeasuredTargetCheck,
    (design) => {
      design.system.observability.metrics.forEach((metric) => {
        metric.targets = metric.targets.filter((id) => id !== "growth");
      });
    },
    ["system/observability"],
  ),
);

invalid("design/unmeasured-target", "no alert", () =>
  runCheck(
    unmeasuredTargetCheck,
    (design) => {
      design.system.observability.alerts.forEach((alert) => {
        alert.targets = alert.targets.filter((id) => id !== "growth");
      });
    },
    ["system/observability"],
  ),
);

valid("design/unmeasured-target", "one alert for two targets", () =>
  runCheck(
    unmeasuredTargetCheck,
    (design) => {
      design.system.observability.alerts = design.system.observability.alerts.slice(0, 1);
      design.system.observability.alerts.forEach((alert) => {
        alert.targets = design.system.targets.map(({ id }) => id);
      });
    },
    [],
  ),
);
