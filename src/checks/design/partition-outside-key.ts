import { declareDiagnostic } from "../../diagnostics/declare-diagnostic.ts";
import type { DesignCheck } from "../design-check.ts";
import { entitiesOf } from "../../design/entities-of.ts";
import { label } from "./support/label.ts";

export const partitionOutsideKey = declareDiagnostic<{
  readonly entity: string;
  readonly field: string;
  readonly key: string;
}>({
  code: "design/partition-outside-key",
  severity: "error",
  message: ({ entity, field, key }) =>
    `${entity} is partitioned by ${field}, which is not part of its ${key}`,
  fix: ({ field, key }) => `add ${field} to the ${key}, or give up partitioning`,
});

/** Uniqueness is only enforced inside a partition (PostgreSQL 15, §5.11.2.3), so each key names the partition. */
export const partitionOutsideKeyCheck: DesignCheck = {
  after: ["data"],
  check(design) {
    return entitiesOf(design).flatMap(({ entity, subject }) => {
      const field = entity.partitioning?.field;
      if (field === undefined) return [];
      const keys = [
        { key: "primary key", at: subject, over: entity.primaryKey },
        ...entity.uniqueKeys.map(({ id, fields }) => ({
          key: `unique key ${id}`,
          at: `${subject}/key/${id}`,
          over: fields,
        })),
      ];
      return keys
        .filter(({ over }) => !over.includes(field))
        .map(({ key, at }) => partitionOutsideKey(at, { entity: label(entity), field, key }));
    });
  },
};
