import type { Design } from "../../design/design.ts";
import { declareDiagnostic } from "../../diagnostics/declare-diagnostic.ts";
import { operationsOf } from "../../design/operations-of.ts";
import type { DesignCheck } from "../design-check.ts";
import { byId } from "./support/by-id.ts";
import { label } from "./support/label.ts";
import { latencyLimit } from "./support/latency-limit.ts";

export const operationBudgetExceedsTarget = declareDiagnostic<{
  readonly operation: string;
  readonly budget: number;
  readonly flow: string;
  readonly target: string;
  readonly limit: number;
}>({
  code: "design/operation-budget-exceeds-target",
  severity: "warning",
  message: ({ operation, budget, flow, target, limit }) =>
    `the operation ${operation} may take ${budget} ms, but the flow ${flow} that waits for it is held to ${limit} ms by the target ${target}`,
  fix: ({ limit }) =>
    `give the operation at most ${limit} ms, make the step asynchronous, or hold the flow to another target`,
});

/** An operation that a flow waits for may not take longer than the whole flow. */
export const operationBudgetExceedsTargetCheck: DesignCheck = {
  after: ["requirements", "api", "behaviour"],
  check(design) {
    const operations = new Map(operationsOf(design).map((found) => [found.subject, found]));
    return waitingFor(design).flatMap(({ path, flow, target, limit }) => {
      const [context, id] = path.split("/");
      const found = operations.get(`${context}/operation/${id}`);
      const budget = found?.operation.latencyBudgetMs;
      if (found === undefined || budget === undefined || budget <= limit) return [];
      const words = {
        operation: label(found.operation),
        budget,
        flow: label(flow),
        target: label(target),
        limit,
      };
      const related = [`system/flow/${flow.id}`, `system/target/${target.id}`];
      return [
        operationBudgetExceedsTarget(found.subject, words, {
          pointer: "/latencyBudgetMs",
          related,
        }),
      ];
    });
  },
};

/** Each operation that a flow with a latency target waits for, once per flow. */
function waitingFor({ system }: Design) {
  const targets = byId(system.targets);
  return system.flows.flatMap((flow) => {
    const target = flow.target === undefined ? undefined : targets.get(flow.target);
    const limit = target === undefined ? undefined : latencyLimit(target);
    if (target === undefined || limit === undefined) return [];
    const paths = new Set(
      flow.steps.filter(({ mode }) => mode === "sync").map(({ operation }) => operation),
    );
    return [...paths].flatMap((path) =>
      path === undefined ? [] : [{ path, flow, target, limit }],
    );
  });
}
