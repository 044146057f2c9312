import { flowDiagrams } from "../../artifacts/mermaid/flow-diagrams.ts";
import { lifecycleDiagrams } from "../../artifacts/mermaid/lifecycle-diagrams.ts";
import { allocateFlow } from "../../design/capacity/allocate-flow.ts";
import type { Design } from "../../design/design.ts";
import { requirementNames } from "./requirement-names.ts";

/** What the template of flows and lifecycles needs; nothing where nothing happens over time. */
export function flowsView(design: Design): object | undefined {
  const { system, contexts } = design;
  const lifecycles = contexts.flatMap((context) => lifecycleDiagrams(context));
  if (system.flows.length + lifecycles.length === 0) return undefined;
  return {
    title: system.title,
    flows: system.flows.map((flow) => {
      const { allocatedMs, targetMs, withoutBudget, asynchronous } = allocateFlow(flow, design);
      return {
        name: flow.name,
        purpose: flow.purpose,
        steps: flow.steps.length,
        waiting: flow.steps.length - asynchronous.length,
        allocated: allocatedMs,
        target: targetMs ?? "",
        unbudgeted: withoutBudget.length,
        requirements: requirementNames(flow.requirements, system),
        diagrams: flowDiagrams(flow, design).map(({ text }) => text.trimEnd()),
      };
    }),
    lifecycles: lifecycles.map(({ title, text }) => ({ title, text: text.trimEnd() })),
  };
}
