import type { Entity, Field, Relation } from "../../design/design.ts";
import { declareDiagnostic } from "../../diagnostics/declare-diagnostic.ts";
import type { DesignCheck } from "../design-check.ts";
import { byId } from "./support/by-id.ts";
import { label } from "./support/label.ts";

export const relationTypeMismatch = declareDiagnostic<{
  readonly relation: string;
  readonly problem: string;
  readonly todo: string;
}>({
  code: "design/relation-type-mismatch",
  severity: "error",
  message: ({ relation, problem }) => `the relation ${relation} ${problem}`,
  fix: ({ todo }) => todo,
});

/** The field of a relation can hold the key of the other entity. */
export const relationTypeMismatchCheck: DesignCheck = {
  after: ["data"],
  check(design) {
    return design.contexts.flatMap(({ context, entities }) => {
      const known = byId(entities);
      return entities.flatMap((entity) => {
        const fields = byId(entity.fields);
        return entity.relations.flatMap((relation) => {
          const field = fields.get(relation.field);
          const target = known.get(relation.to);
          if (field === undefined || target === undefined) return [];
          const found = problemOf(relation, field, target);
          if (found === undefined) return [];
          const subject = `${context}/entity/${entity.id}/relation/${relation.id}`;
          const words = { relation: `${label(relation)} of ${label(entity)}`, ...found };
          return [
            relationTypeMismatch(subject, words, { related: [`${context}/entity/${target.id}`] }),
          ];
        });
      });
    });
  },
};

function problemOf(relation: Relation, field: Field, target: Entity) {
  const [keyId, second] = target.primaryKey;
  if (second !== undefined) {
    return {
      problem: `points to ${label(target)}, whose primary key has ${target.primaryKey.length} fields`,
      todo: `give ${label(target)} a primary key of one field and make the present one a unique key`,
    };
  }
  const key = target.fields.find(({ id }) => id === keyId);
  if (key === undefined) return undefined;
  const isLonger = (key.maxLength ?? 0) > (field.maxLength ?? Infinity);
  if (key.type === field.type && !isLonger) return undefined;
  const [is, wants] = [typeOf(field), typeOf(key)];
  return {
    problem: `keeps a ${is} in ${label(field)}, the key ${label(key)} of ${label(target)} is a ${wants}`,
    todo: `make ${relation.field} a ${wants}`,
  };
}

function typeOf({ type, maxLength }: Field): string {
  return maxLength === undefined ? type : `${type} of up to ${maxLength} characters`;
}
