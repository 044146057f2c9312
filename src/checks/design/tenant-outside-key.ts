import { declareDiagnostic } from "../../diagnostics/declare-diagnostic.ts";
import type { DesignCheck } from "../design-check.ts";
import { entitiesOf } from "../../design/entities-of.ts";
import { label } from "./support/label.ts";

export const tenantOutsideKey = declareDiagnostic<{
  readonly entity: string;
  readonly key: string;
  readonly field: string;
}>({
  code: "design/tenant-outside-key",
  severity: "warning",
  message: ({ entity, key, field }) =>
    `the unique key ${key} of ${entity} holds across tenants: ${field} is not part of it`,
  fix: ({ key, field }) => `put ${field} first in the unique key ${key}`,
});

/** What proves who calls is looked up before it is known whose it is: secrets are unique for all. */
export const tenantOutsideKeyCheck: DesignCheck = {
  after: ["data"],
  check(design) {
    return entitiesOf(design).flatMap(({ entity, subject }) => {
      const { tenantKey, fields } = entity;
      if (tenantKey === undefined) return [];
      const secrets = new Set(
        fields.filter(({ classification }) => classification === "secret").map(({ id }) => id),
      );
      return entity.uniqueKeys
        .filter((key) => !key.fields.includes(tenantKey))
        .filter((key) => !key.fields.some((id) => secrets.has(id)))
        .map(({ id }) =>
          tenantOutsideKey(`${subject}/key/${id}`, {
            entity: label(entity),
            key: id,
            field: tenantKey,
          }),
        );
    });
  },
};
