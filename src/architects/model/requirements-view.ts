import type { RequirementsReading } from "../../requirements/requirements-reading.ts";

/** What a model is told of the requirements: the statements as read, and the numbers in them. */
export function requirementsView(reading: RequirementsReading): unknown {
  return {
    title: reading.title,
    summary: reading.summary,
    glossary: reading.glossary.map(({ term, definition }) => ({ term, definition })),
    requirements: reading.requirements.map((requirement) => ({
      id: requirement.id,
      under: requirement.headings.join(" > "),
      kind: requirement.kind,
      priority: requirement.priority,
      ...(requirement.outOfScope ? { outOfScope: true } : {}),
      text: requirement.text,
    })),
    numbers: reading.quantities.map((quantity) => ({
      requirement: quantity.requirementId,
      metric: quantity.metric,
      comparator: quantity.comparator,
      value: quantity.value,
      unit: quantity.unit,
      percentile: quantity.percentile,
      scope: quantity.scope,
      ...(quantity.thirdParty ? { aboutSomebodyElse: true } : {}),
    })),
  };
}
