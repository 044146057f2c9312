import { operationBudgetExceedsTargetCheck } from "../../../src/checks/design/operation-budget-exceeds-target.ts";
import { invalid, valid } from "../../support/cases.ts";
import { operationOf, pick } from "../../support/edit-design.ts";
import { runCheck } from "../../support/run-check.ts";

valid("design/operation-budget-exceeds-target", "the sample", () =>
  runCheck(operationBudgetExceedsTargetCheck, () => {}, []),
);

invalid(
  "design/operation-budget-exceeds-target",
  "an operation that may take longer than its flow",
  () =>
    runCheck(
      operationBudgetExceedsTargetCheck,
      (design) => {
        operationOf(design, "lending/borrow-copy").latencyBudgetMs = 151;
      },
      ["lending/operation/borrow-copy"],
    ),
);

invalid(
  "design/operation-budget-exceeds-target",
  "a target in seconds, an operation that a flow waits for twice",
  () =>
    runCheck(
      operationBudgetExceedsTargetCheck,
      (design) => {
        operationOf(design, "catalogue/list-books").latencyBudgetMs = 161;
        Object.assign(pick(design.system.targets, "critical-endpoint-latency"), {
          unit: "s",
          value: 0.16,
        });
        const { steps } = pick(design.system.flows, "search-the-catalogue");
        steps.push({ ...pick(steps, "ask"), id: "ask-again" });
      },
      ["catalogue/operation/list-books"],
    ),
);

valid("design/operation-budget-exceeds-target", "just the limit", () =>
  runCheck(
    operationBudgetExceedsTargetCheck,
    (design) => {
      operationOf(design, "lending/borrow-copy").latencyBudgetMs = 150;
    },
    [],
  ),
);

valid("design/operation-budget-exceeds-target", "nobody waits for it, or nothing is promised", () =>
  runCheck(
    operationBudgetExceedsTargetCheck,
    (design) => {
      operationOf(design, "lending/borrow-copy").latencyBudgetMs = 9_000;
      operationOf(design, "catalogue/list-books").latencyBudgetMs = 9_000;
      pick(pick(design.system.flows, "borrow-a-copy").steps, "ask").mode = "async";
      delete pick(design.system.flows, "search-the-catalogue").target;
    },
    [],
  ),
);
