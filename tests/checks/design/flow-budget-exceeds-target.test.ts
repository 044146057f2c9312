import { flowBudgetExceedsTargetCheck } from "../../../src/checks/design/flow-budget-exceeds-target.ts";
import { invalid, valid } from "../../support/cases.ts";
import { pick } from "../../support/edit-design.ts";
import { runCheck } from "../../support/run-check.ts";

valid("design/flow-budget-exceeds-target", "the sample", () =>
  runCheck(flowBudgetExceedsTargetCheck, () => {}, []),
);

invalid("design/flow-budget-exceeds-target", "one step takes too long", () =>
  runCheck(
    flowBudgetExceedsTargetCheck,
    (design) => {
      pick(pick(design.system.flows, "borrow-a-copy").steps, "store").budgetMs = 61;
    },
    ["system/flow/borrow-a-copy"],
  ),
);

invalid("design/flow-budget-exceeds-target", "the slowest of two parallel steps", () =>
  runCheck(
    flowBudgetExceedsTargetCheck,
    (design) => {
      pick(pick(design.system.flows, "borrow-a-copy").steps, "check-member").budgetMs = 61;
    },
    ["system/flow/borrow-a-copy"],
  ),
);

invalid("design/flow-budget-exceeds-target", "the target is in seconds", () =>
  runCheck(
    flowBudgetExceedsTargetCheck,
    (design) => {
      Object.assign(pick(design.system.targets, "critical-endpoint-latency"), {
        unit: "s",
        value: 0.12,
      });
    },
    ["system/flow/borrow-a-copy"],
  ),
);

valid("design/flow-budget-exceeds-target", "just the limit", () =>
  runCheck(
    flowBudgetExceedsTargetCheck,
    (design) => {
      pick(pick(design.system.flows, "borrow-a-copy").steps, "store").budgetMs = 60;
    },
    [],
  ),
);

valid("design/flow-budget-exceeds-target", "the fast one of two parallel steps", () =>
  runCheck(
    flowBudgetExceedsTargetCheck,
    (design) => {
      pick(pick(design.system.flows, "borrow-a-copy").steps, "check-member").budgetMs = 40;
    },
    [],
  ),
);

valid("design/flow-budget-exceeds-target", "an asynchronous step", () =>
  runCheck(
    flowBudgetExceedsTargetCheck,
    (design) => {
      pick(pick(design.system.flows, "borrow-a-copy").steps, "mail").budgetMs = 60_000;
    },
    [],
  ),
);
