import { declareDiagnostic } from "../../diagnostics/declare-diagnostic.ts";
import type { DesignCheck } from "../design-check.ts";
import { entitiesOf } from "../../design/entities-of.ts";
import { label } from "./support/label.ts";
import type { Entity, Field } from "../../design/design.ts";

export const unfitMark = declareDiagnostic<{
  readonly entity: string;
  readonly field: string;
  readonly mark: string;
  readonly needs: string;
}>({
  code: "design/unfit-mark",
  severity: "error",
  message: ({ entity, field, mark, needs }) =>
    `${field} cannot be the ${mark} of ${entity}: it has to be ${needs}`,
  fix: ({ field, needs }) => `make ${field} ${needs}, or name another field`,
});

/** The fields that an entity marks are of the type that the mark means. */
export const unfitMarkCheck: DesignCheck = {
  after: ["data"],
  check(design) {
    return entitiesOf(design).flatMap(({ entity, subject }) =>
      marksOf(entity).flatMap(({ id, mark, needs, fits }) => {
        const field = entity.fields.find((candidate) => candidate.id === id);
        if (field === undefined || fits(field)) return [];
        const args = { entity: label(entity), field: label(field), mark, needs };
        return [unfitMark(`${subject}/field/${field.id}`, args)];
      }),
    );
  },
};

function marksOf({ tenantKey, softDelete, versionField }: Entity) {
  return [
    {
      id: tenantKey,
      mark: "tenant key",
      needs: "required",
      fits: (field: Field) => !field.nullable,
    },
    {
      id: softDelete,
      mark: "time of deletion",
      needs: "a timestamp that may be missing",
      fits: ({ type, nullable, default: value }: Field) =>
        type === "timestamp" && nullable && value === undefined,
    },
    {
      id: versionField,
      mark: "version",
      needs: "a required integer",
      fits: ({ type, nullable }: Field) => (type === "integer" || type === "bigint") && !nullable,
    },
  ];
}
