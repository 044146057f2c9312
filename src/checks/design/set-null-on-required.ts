import { declareDiagnostic } from "../../diagnostics/declare-diagnostic.ts";
import type { DesignCheck } from "../design-check.ts";
import { entitiesOf } from "../../design/entities-of.ts";
import { label } from "./support/label.ts";

export const setNullOnRequired = declareDiagnostic<{
  readonly relation: string;
  readonly entity: string;
  readonly field: string;
}>({
  code: "design/set-null-on-required",
  severity: "error",
  message: ({ relation, entity, field }) =>
    `the relation ${relation} of ${entity} sets ${field} to null on delete, but ${field} must have a value`,
  fix: ({ field }) => `choose cascade or restrict, or make ${field} nullable`,
});

/** Only a field that may be null is set to null. */
export const setNullOnRequiredCheck: DesignCheck = {
  after: ["data"],
  check(design) {
    return entitiesOf(design).flatMap(({ entity, subject }) => {
      const required = new Map(
        entity.fields.filter(({ nullable }) => !nullable).map((field) => [field.id, field]),
      );
      return entity.relations.flatMap((relation) => {
        const field = required.get(relation.field);
        if (relation.onDelete !== "set-null" || field === undefined) return [];
        const words = { relation: label(relation), entity: label(entity), field: label(field) };
        return [setNullOnRequired(`${subject}/relation/${relation.id}`, words)];
      });
    });
  },
};
