import { declareDiagnostic } from "../../diagnostics/declare-diagnostic.ts";
import type { DesignCheck } from "../design-check.ts";
import { entitiesOf } from "../../design/entities-of.ts";
import { label } from "./support/label.ts";

/** An enumeration with fewer values splits the rows hardly better than a boolean. */
const FEW = 3;

export const lowCardinalityIndex = declareDiagnostic<{
  readonly index: string;
  readonly entity: string;
  readonly field: string;
  readonly values: number;
}>({
  code: "design/low-cardinality-index",
  severity: "warning",
  message: ({ index, entity, field, values }) =>
    `the index ${index} of ${entity} starts with ${field}, which has ${values} values`,
  fix: ({ field }) =>
    `put ${field} last, or leave it out and index only the rows that are looked for (where)`,
});

/** An index that starts with a boolean halves the rows at best: the engine reads the table instead. */
export const lowCardinalityIndexCheck: DesignCheck = {
  after: ["data"],
  check(design) {
    return entitiesOf(design).flatMap(({ entity, subject }) =>
      entity.indexes.flatMap((index) => {
        const [lead] = index.fields.filter((id) => id !== entity.tenantKey);
        const field = entity.fields.find(({ id }) => id === lead);
        if (field === undefined || index.where !== undefined || index.unique) return [];
        const values = field.type === "boolean" ? 2 : (field.enumValues?.length ?? FEW);
        if (values >= FEW) return [];
        return [
          lowCardinalityIndex(`${subject}/index/${index.id}`, {
            index: index.id,
            entity: label(entity),
            field: label(field),
            values,
          }),
        ];
      }),
    );
  },
};
