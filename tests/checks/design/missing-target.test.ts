import { missingTargetCheck } from "../../../src/checks/design/missing-target.ts";
import { invalid, valid } from "../../support/cases.ts";
import { runCheck } from "../../support/run-check.ts";

valid("design/missing-target", "the sample", () => runCheck(missingTargetCheck, () => {}, []));

invalid("design/missing-target", "no target", () =>
  runCheck(
    missingTargetCheck,
    (design) => {
      design.system.targets = design.system.targets.filter(
        ({ measure }) => measure !== "availability",
      );
    },
    ["system/targets"],
  ),
);

invalid("design/missing-target", "one latency where two are held", () =>
  runCheck(
    missingTargetCheck,
    (design) => {
      design.system.targets = design.system.targets.filter(
        ({ id }) => id !== "complex-query-latency",
      );
    },
    ["system/targets"],
  ),
);

invalid("design/missing-target", "none at all", () =>
  runCheck(
    missingTargetCheck,
    (design) => {
      design.system.targets = [];
    },
    [
      "system/targets",
      "system/targets",
      "system/targets",
      "system/targets",
      "system/targets",
      "system/targets",
      "system/targets",
      "system/targets",
      "system/targets",
      "system/targets",
      "system/targets",
      "system/targets",
      "system/targets",
    ],
  ),
);

valid("design/missing-target", "other ids and names", () =>
  runCheck(
    missingTargetCheck,
    (design) => {
      for (const target of design.system.targets)
        Object.assign(target, { id: `own-${target.id}`, name: `Own ${target.name}` });
    },
    [],
  ),
);
