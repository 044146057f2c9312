import type { Flow, FlowStep } from "../../design/design.ts";
import { declareDiagnostic } from "../../diagnostics/declare-diagnostic.ts";
import type { DesignCheck } from "../design-check.ts";
import { byId } from "./support/by-id.ts";
import { label } from "./support/label.ts";
import { latencyLimit } from "./support/latency-limit.ts";

export const flowBudgetExceedsTarget = declareDiagnostic<{
  readonly flow: string;
  readonly sum: number;
  readonly formula: string;
  readonly target: string;
  readonly limit: number;
}>({
  code: "design/flow-budget-exceeds-target",
  severity: "error",
  message: ({ flow, sum, formula, target, limit }) =>
    `the steps of the flow ${flow} are allotted ${sum} ms (${formula}), the target ${target} allows ${limit} ms`,
  fix: ({ sum, limit }) =>
    `take ${sum - limit} ms from the budgets on the critical path, run steps in parallel, or make a step asynchronous`,
});

/** The budgets of a flow fit into its latency target. They are an allocation, not a percentile. */
export const flowBudgetExceedsTargetCheck: DesignCheck = {
  after: ["requirements", "behaviour"],
  check({ system }) {
    const targets = byId(system.targets);
    return system.flows.flatMap((flow) => {
      const target = flow.target === undefined ? undefined : targets.get(flow.target);
      const limit = target === undefined ? undefined : latencyLimit(target);
      if (target === undefined || limit === undefined) return [];
      const terms = criticalPath(flow);
      const sum = terms.reduce((total, { budget }) => total + budget, 0);
      if (sum <= limit) return [];
      const formula = terms.map(({ text }) => text).join(" + ");
      const words = { flow: label(flow), sum, formula, target: label(target), limit };
      const related = [`system/target/${target.id}`];
      return [flowBudgetExceedsTarget(`system/flow/${flow.id}`, words, { related })];
    });
  },
};

interface Term {
  readonly budget: number;
  readonly text: string;
}

/** Steps add up, of parallel neighbours the slowest counts, asynchronous ones do not. */
function criticalPath({ steps }: Flow): readonly Term[] {
  const groups: FlowStep[][] = [];
  let previous: FlowStep | undefined;
  for (const step of steps) {
    const isNeighbour = step.parallel !== undefined && step.parallel === previous?.parallel;
    if (isNeighbour) groups.at(-1)?.push(step);
    else groups.push([step]);
    previous = step;
  }
  return groups.flatMap((group) => {
    const budgets = group.filter(({ mode }) => mode === "sync").map(({ budgetMs = 0 }) => budgetMs);
    if (budgets.length === 0) return [];
    const budget = Math.max(...budgets);
    return [{ budget, text: budgets.length === 1 ? `${budget}` : `max(${budgets.join(", ")})` }];
  });
}
