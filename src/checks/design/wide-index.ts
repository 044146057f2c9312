import { declareDiagnostic } from "../../diagnostics/declare-diagnostic.ts";
import type { DesignCheck } from "../design-check.ts";
import { entitiesOf } from "../../design/entities-of.ts";
import { label } from "./support/label.ts";

/** strong_migrations warns of non-unique indexes over more columns. */
const MOST = 3;

export const wideIndex = declareDiagnostic<{
  readonly index: string;
  readonly entity: string;
  readonly fields: number;
}>({
  code: "design/wide-index",
  severity: "warning",
  message: ({ index, entity, fields }) =>
    `the index ${index} of ${entity} is over ${fields} fields; more than ${MOST} rarely narrow a search`,
  fix: ({ index }) => `keep the fields of ${index} that leave few rows, in the order of the search`,
});

/** The key of the tenant stands before the others and does not count. */
export const wideIndexCheck: DesignCheck = {
  after: ["data"],
  check(design) {
    return entitiesOf(design).flatMap(({ entity, subject }) =>
      entity.indexes.flatMap(({ id, fields, unique }) => {
        const counted = fields.filter((field) => field !== entity.tenantKey).length;
        if (unique || counted <= MOST) return [];
        const args = { index: id, entity: label(entity), fields: counted };
        return [wideIndex(`${subject}/index/${id}`, args)];
      }),
    );
  },
};
