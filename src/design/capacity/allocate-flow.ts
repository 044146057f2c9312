import type { Design, Flow, FlowStep, Target } from "../design.ts";
import { targetMinutes } from "../target-minutes.ts";
import { parallelGroups } from "./parallel-groups.ts";

/** How a flow's latency target is divided among its steps. Times in milliseconds. */
export interface FlowAllocation {
  /** Sum along the synchronous path; the largest of parallel steps; asynchronous steps left out. */
  readonly allocatedMs: number;
  readonly target?: Target;
  readonly targetMs?: number;
  /** Synchronous steps without a budget. */
  readonly withoutBudget: readonly FlowStep[];
  readonly asynchronous: readonly FlowStep[];
  readonly formula: string;
}

/**
 * Adds up the budgets of a flow. This is an allocation, not a prediction: percentiles of steps do
 * not add up to the percentile of the whole.
 */
export function allocateFlow(flow: Flow, { system }: Design): FlowAllocation {
  const groups = parallelGroups(flow.steps)
    .map((group) => group.filter(({ mode }) => mode === "sync"))
    .map((group) => group.flatMap(({ budgetMs }) => (budgetMs === undefined ? [] : [budgetMs])))
    .filter((budgets) => budgets.length > 0);
  const target = system.targets.find(({ id }) => id === flow.target);
  const minutes = target === undefined ? undefined : targetMinutes(target);
  const targetMs = minutes === undefined ? undefined : Math.round(minutes * 60_000);
  return {
    allocatedMs: groups.reduce((sum, budgets) => sum + Math.max(...budgets), 0),
    ...(target === undefined ? {} : { target }),
    ...(targetMs === undefined ? {} : { targetMs }),
    withoutBudget: flow.steps.filter(
      ({ mode, budgetMs }) => mode === "sync" && budgetMs === undefined,
    ),
    asynchronous: flow.steps.filter(({ mode }) => mode === "async"),
    formula: groups
      .map((budgets) => (budgets.length === 1 ? String(budgets[0]) : `max(${budgets.join(", ")})`))
      .join(" + "),
  };
}
