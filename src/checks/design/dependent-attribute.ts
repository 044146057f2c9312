import type { DiagnosticReporter } from "../../diagnostics/declare-diagnostic.ts";
import { declareDiagnostic } from "../../diagnostics/declare-diagnostic.ts";
import type { DesignCheck } from "../design-check.ts";
import { byId } from "./support/by-id.ts";
import { dependentFields } from "./support/dependent-fields.ts";
import { label } from "./support/label.ts";

interface Dependency {
  readonly field: string;
  readonly entity: string;
  readonly determinant: string;
  readonly thing: string;
}

export const partialDependency: DiagnosticReporter<Dependency> = declareDiagnostic<Dependency>({
  code: "design/partial-dependency",
  severity: "error",
  message: ({ field, entity, determinant }) =>
    `${field} of ${entity} follows from ${determinant} alone, which is only a part of its key`,
  fix: remedy,
});

export const transitiveDependency: DiagnosticReporter<Dependency> = declareDiagnostic<Dependency>({
  code: "design/transitive-dependency",
  severity: "error",
  message: ({ field, entity, determinant }) =>
    `${field} of ${entity} follows from ${determinant}, which is no key of it`,
  fix: remedy,
});

/** Every attribute depends on the key, the whole key and nothing else (second, third normal form). */
export const dependentAttributeCheck: DesignCheck = {
  after: ["data"],
  check(design) {
    return design.contexts.flatMap(({ context, entities }) => {
      const all = byId(entities);
      return entities.flatMap((entity) => {
        // A model for analysis repeats attributes on purpose (Kimball).
        if (entity.denormalised !== undefined || entity.analytics !== undefined) return [];
        return dependentFields(entity, all).map(({ field, determinant, thing, isPartOfKey }) => {
          const subject = `${context}/entity/${entity.id}`;
          const related = [`${subject}/field/${determinant.id}`];
          const args = {
            field: label(field),
            entity: label(entity),
            determinant: label(determinant),
            thing,
          };
          const report = isPartOfKey ? partialDependency : transitiveDependency;
          return report(`${subject}/field/${field.id}`, args, { related });
        });
      });
    });
  },
};

function remedy({ field, entity, thing }: Dependency): string {
  return `move ${field} into an entity for the ${thing}, with a relation from ${entity}; where ${entity} must keep it, say why in denormalised`;
}
