import { lifecycleStateUnknownCheck } from "../../../src/checks/design/lifecycle-state-unknown.ts";
import { invalid, valid } from "../../support/cases.ts";
import { entityOf, fieldOf, pick } from "../../support/edit-design.ts";
import { runCheck } from "../../support/run-check.ts";

valid("design/lifecycle-state-unknown", "the sample", () =>
  runCheck(lifecycleStateUnknownCheck, () => {}, []),
);

invalid("design/lifecycle-state-unknown", "a transition", () =>
  runCheck(
    lifecycleStateUnknownCheck,
    (design) => {
      pick(entityOf(design, "lending/loan").lifecycle?.transitions ?? [], "return").to = "Returned";
    },
    ["lending/entity/loan/transition/return"],
  ),
);

invalid("design/lifecycle-state-unknown", "the initial state", () =>
  runCheck(
    lifecycleStateUnknownCheck,
    (design) => {
      Object.assign(entityOf(design, "lending/loan").lifecycle ?? {}, { initial: "new" });
    },
    ["lending/entity/loan"],
  ),
);

invalid("design/lifecycle-state-unknown", "a field that is no enum", () =>
  runCheck(
    lifecycleStateUnknownCheck,
    (design) => {
      Object.assign(entityOf(design, "lending/loan").lifecycle ?? {}, { field: "fine" });
    },
    ["lending/entity/loan"],
  ),
);

valid("design/lifecycle-state-unknown", "a state that no transition leads to", () =>
  runCheck(
    lifecycleStateUnknownCheck,
    (design) => {
      fieldOf(design, "lending/loan/state").enumValues?.push("lost");
    },
    [],
  ),
);
