import type { Design } from "../../design/design.ts";

/** What the template of assumptions and open questions needs. */
export function assumptionsView({ system }: Design): object {
  const requirement = (id: string | undefined) =>
    id === undefined
      ? "–"
      : (system.requirements.find((candidate) => candidate.id === id)?.name ?? id);
  return {
    title: system.title,
    assumptions: system.assumptions.map(({ text, reason, requirement: id }) => ({
      text,
      reason,
      requirement: requirement(id),
    })),
    questions: system.openQuestions.map(({ text, meanwhile, requirement: id }) => ({
      text,
      meanwhile,
      requirement: requirement(id),
    })),
    targets: system.targets
      .filter(({ basis }) => basis === "assumed")
      .map(({ name, value, unit, scope, reason }) => ({
        name,
        value: `${value} ${unit === "percent" ? "%" : unit}`,
        scope,
        reason: reason ?? "the default of groundplan",
      })),
  };
}
