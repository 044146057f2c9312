import { declareDiagnostic } from "../../diagnostics/declare-diagnostic.ts";
import type { DesignCheck } from "../design-check.ts";
import { entitiesOf } from "../../design/entities-of.ts";
import { label } from "./support/label.ts";

export const nullablePrimaryKey = declareDiagnostic<{
  readonly field: string;
  readonly entity: string;
}>({
  code: "design/nullable-primary-key",
  severity: "error",
  message: ({ field, entity }) =>
    `the field ${field} is part of the primary key of ${entity}, but may be null`,
  fix: ({ field }) => `set nullable of ${field} to false, or take it out of primaryKey`,
});

/** Every part of a primary key has a value. */
export const nullablePrimaryKeyCheck: DesignCheck = {
  after: ["data"],
  check(design) {
    return entitiesOf(design).flatMap(({ entity, subject }) =>
      entity.fields
        .filter(({ id, nullable }) => nullable && entity.primaryKey.includes(id))
        .map((field) =>
          nullablePrimaryKey(`${subject}/field/${field.id}`, {
            field: label(field),
            entity: label(entity),
          }),
        ),
    );
  },
};
