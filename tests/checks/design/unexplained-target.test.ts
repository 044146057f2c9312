import { unexplainedTargetCheck } from "../../../src/checks/design/unexplained-target.ts";
import { invalid, valid } from "../../support/cases.ts";
import { pick } from "../../support/edit-design.ts";
import { runCheck } from "../../support/run-check.ts";

valid("design/unexplained-target", "the sample", () =>
  runCheck(unexplainedTargetCheck, () => {}, []),
);

invalid("design/unexplained-target", "a lower availability", () =>
  runCheck(
    unexplainedTargetCheck,
    (design) => {
      Object.assign(pick(design.system.targets, "availability"), {
        value: 99,
        basis: "assumed",
        requirements: [],
      });
    },
    ["system/target/availability"],
  ),
);

invalid("design/unexplained-target", "another percentile", () =>
  runCheck(
    unexplainedTargetCheck,
    (design) => {
      const target = pick(design.system.targets, "complex-query-latency");
      target.percentile = 50;
      delete target.reason;
    },
    ["system/target/complex-query-latency"],
  ),
);

valid("design/unexplained-target", "a reason", () =>
  runCheck(
    unexplainedTargetCheck,
    (design) => {
      Object.assign(pick(design.system.targets, "availability"), {
        value: 99,
        basis: "assumed",
        requirements: [],
        reason: "Closed at night.",
      });
    },
    [],
  ),
);

valid("design/unexplained-target", "the requirements say so", () =>
  runCheck(
    unexplainedTargetCheck,
    (design) => {
      pick(design.system.targets, "availability").value = 95;
    },
    [],
  ),
);
