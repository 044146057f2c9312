import { fractionForPercentCheck } from "../../../src/checks/design/fraction-for-percent.ts";
import { invalid, valid } from "../../support/cases.ts";
import { pick } from "../../support/edit-design.ts";
import { runCheck } from "../../support/run-check.ts";

valid("design/fraction-for-percent", "the sample", () =>
  runCheck(fractionForPercentCheck, () => {}, []),
);

for (const value of [0.95, 1, 0.0001]) {
  invalid("design/fraction-for-percent", `a hit rate of ${value}`, () =>
    runCheck(
      fractionForPercentCheck,
      (design) => {
        pick(design.system.caches, "book-pages").targetHitRate = value;
      },
      ["system/cache/book-pages"],
    ),
  );
}

invalid("design/fraction-for-percent", "an objective and a target", () =>
  runCheck(
    fractionForPercentCheck,
    (design) => {
      pick(design.system.observability.slos, "availability").objective = 0.9995;
      pick(design.system.targets, "availability").value = 0.9995;
    },
    ["system/target/availability", "system/slo/availability"],
  ),
);

valid(
  "design/fraction-for-percent",
  "no hits, a low error rate, and availability in another unit",
  () =>
    runCheck(
      fractionForPercentCheck,
      (design) => {
        pick(design.system.caches, "book-pages").targetHitRate = 0;
        pick(design.system.targets, "critical-error-rate").value = 0.01;
        Object.assign(pick(design.system.targets, "availability"), { value: 1, unit: "h" });
      },
      [],
    ),
);
