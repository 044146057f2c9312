import { declareDiagnostic } from "../../diagnostics/declare-diagnostic.ts";
import type { DesignCheck } from "../design-check.ts";
import { label } from "./support/label.ts";

export const unallocatedFlowTarget = declareDiagnostic<{
  readonly flow: string;
  readonly target: string;
}>({
  code: "design/unallocated-flow-target",
  severity: "error",
  message: ({ flow, target }) =>
    `the flow ${flow} is held to the target ${target}, but none of its synchronous steps has a budget`,
  fix: "share the target out: give every synchronous step its budgetMs, or remove the target of the flow",
});

/** A flow that is held to a target shares it out to its steps. */
export const unallocatedFlowTargetCheck: DesignCheck = {
  after: ["behaviour"],
  check({ system }) {
    return system.flows.flatMap((flow) => {
      const synchronous = flow.steps.filter(({ mode }) => mode === "sync");
      if (flow.target === undefined || synchronous.length === 0) return [];
      if (synchronous.some(({ budgetMs }) => budgetMs !== undefined)) return [];
      const words = { flow: label(flow), target: flow.target };
      return [unallocatedFlowTarget(`system/flow/${flow.id}`, words)];
    });
  },
};
