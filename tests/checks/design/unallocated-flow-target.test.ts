import { unallocatedFlowTargetCheck } from "../../../src/checks/design/unallocated-flow-target.ts";
import { invalid, valid } from "../../support/cases.ts";
import { pick } from "../../support/edit-design.ts";
import { runCheck } from "../../support/run-check.ts";

valid("design/unallocated-flow-target", "the sample", () =>
  runCheck(unallocatedFlowTargetCheck, () => {}, []),
);

invalid("design/unallocated-flow-target", "no step has a budget", () =>
  runCheck(
    unallocatedFlowTargetCheck,
    (design) => {
      for (const step of pick(design.system.flows, "borrow-a-copy").steps)
        if (step.mode === "sync") delete step.budgetMs;
    },
    ["system/flow/borrow-a-copy"],
  ),
);

valid("design/unallocated-flow-target", "no target either", () =>
  runCheck(
    unallocatedFlowTargetCheck,
    (design) => {
      const flow = pick(design.system.flows, "borrow-a-copy");
      delete flow.target;
      for (const step of flow.steps) delete step.budgetMs;
    },
    [],
  ),
);
