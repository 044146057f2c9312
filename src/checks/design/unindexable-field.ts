import type { Entity } from "../../design/design.ts";
import { declareDiagnostic } from "../../diagnostics/declare-diagnostic.ts";
import type { DesignCheck } from "../design-check.ts";
import { byId } from "./support/by-id.ts";
import { entitiesOf } from "../../design/entities-of.ts";
import { label } from "./support/label.ts";

export const unindexableField = declareDiagnostic<{
  readonly place: string;
  readonly field: string;
  readonly type: string;
}>({
  code: "design/unindexable-field",
  severity: "error",
  message: ({ place, field, type }) => `${place} is over ${field}, which is of type ${type}`,
  fix: ({ field, type }) =>
    type === "json"
      ? `leave ${field} out, or keep what is looked up in a field of its own`
      : `make ${field} a string with a maxLength${type === "binary" ? " (a digest in base64 or hexadecimal)" : ""}, or leave it out`,
});

/** Types whose values are too long or too loose for an ordered index. */
const UNINDEXABLE = new Set(["text", "json", "binary"]);

/** Keys and indexes are over values that an ordered index can hold. */
export const unindexableFieldCheck: DesignCheck = {
  after: ["data"],
  check(design) {
    return entitiesOf(design).flatMap(({ entity, subject }) => {
      const fields = byId(entity.fields);
      return placesOf(entity, subject).flatMap(({ place, at, over }) =>
        over.flatMap((id) => {
          const field = fields.get(id);
          if (field === undefined || !UNINDEXABLE.has(field.type)) return [];
          return [unindexableField(at, { place, field: label(field), type: field.type })];
        }),
      );
    });
  },
};

function placesOf(entity: Entity, subject: string) {
  const owner = label(entity);
  return [
    { place: `the primary key of ${owner}`, at: subject, over: entity.primaryKey },
    ...entity.uniqueKeys.map(({ id, fields }) => ({
      place: `the unique key ${id} of ${owner}`,
      at: `${subject}/key/${id}`,
      over: fields,
    })),
    ...entity.indexes.map(({ id, fields }) => ({
      place: `the index ${id} of ${owner}`,
      at: `${subject}/index/${id}`,
      over: fields,
    })),
  ];
}
