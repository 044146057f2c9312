import type { Entity } from "../../design/design.ts";
import { declareDiagnostic } from "../../diagnostics/declare-diagnostic.ts";
import type { DesignCheck } from "../design-check.ts";
import { entitiesOf } from "../../design/entities-of.ts";
import { label } from "./support/label.ts";

export const relationWithoutIndex = declareDiagnostic<{
  readonly relation: string;
  readonly entity: string;
  readonly field: string;
}>({
  code: "design/relation-without-index",
  severity: "error",
  message: ({ relation, entity, field }) =>
    `the relation ${relation} of ${entity} has no index that starts with ${field}`,
  fix: ({ field, entity }) =>
    `add an index to ${entity} whose first field is ${field} and say which access pattern it serves`,
});

/** Every relation has an index: joins and deletes of the target look it up. */
export const relationWithoutIndexCheck: DesignCheck = {
  after: ["data"],
  check(design) {
    const columnar = new Set(
      design.system.stores.filter(({ kind }) => kind === "olap").map(({ id }) => id),
    );
    return entitiesOf(design).flatMap(({ entity, subject }) => {
      // A store that reads columns is sorted and has no such indexes.
      if (columnar.has(entity.store)) return [];
      const leading = new Set([
        leadOf(entity.primaryKey, entity),
        ...entity.uniqueKeys.map(({ fields }) => leadOf(fields, entity)),
        ...entity.indexes.flatMap(({ fields, where }) =>
          where === undefined ? [leadOf(fields, entity)] : [],
        ),
        ...[
          entity.primaryKey,
          ...[...entity.uniqueKeys, ...entity.indexes].map(({ fields }) => fields),
        ]
          .map(([first]) => first)
          .filter((first) => first === entity.tenantKey),
      ]);
      return entity.relations
        .filter(({ field }) => !leading.has(field))
        .map((relation) =>
          relationWithoutIndex(`${subject}/relation/${relation.id}`, {
            relation: label(relation),
            entity: label(entity),
            field: relation.field,
          }),
        );
    });
  },
};

/** Among tenants the tenant comes first, in the index and in the foreign key. */
function leadOf(fields: readonly string[], { tenantKey }: Entity): string | undefined {
  return fields[0] === tenantKey && fields.length > 1 ? fields[1] : fields[0];
}
