import type { Entity } from "../../design/design.ts";
import type { RequirementsReading } from "../../requirements/requirements-reading.ts";
import { inScope, speaksOf } from "./demand-text.ts";
import type { OperationPlan } from "./domain-model.ts";

const SORTED = /\bsort(?:s|ed|able|ing)?\b[^.;]*?\bby\b([^.;]*)/i;

/** Fields by which a statement wants the list of an operation to be sorted. */
export function sortsOf(
  plan: Pick<OperationPlan, "shape" | "requirements">,
  entity: Pick<Entity, "name" | "fields">,
  reading: RequirementsReading,
): readonly string[] {
  if (plan.shape !== "list") return [];
  const own = new Set(plan.requirements);
  const wanted = inScope(reading).flatMap(({ id, text }) => {
    const by = SORTED.exec(text)?.[1];
    return by !== undefined && (own.has(id) || speaksOf(text, entity.name.toLowerCase()))
      ? [by]
      : [];
  });
  return entity.fields
    .filter(
      ({ type, classification }) =>
        classification !== "secret" && type !== "json" && type !== "binary" && type !== "text",
    )
    .filter(({ name }) =>
      wanted.some((by) => speaksOf(by, name.toLowerCase().replace(/ (?:at|date|time)$/, ""))),
    )
    .map(({ id }) => id);
}
