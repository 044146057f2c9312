import type { FlowStep } from "../design.ts";

/** The steps of a flow in order; neighbours that run at the same time stand in one group. */
export function parallelGroups(steps: readonly FlowStep[]): readonly (readonly FlowStep[])[] {
  const groups: FlowStep[][] = [];
  for (const step of steps) {
    const last = groups.at(-1);
    const branch = last?.[0]?.parallel;
    if (last !== undefined && branch !== undefined && branch === step.parallel) last.push(step);
    else groups.push([step]);
  }
  return groups;
}
