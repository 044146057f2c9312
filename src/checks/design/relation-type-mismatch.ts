import type { Entity, Field, Relation } from "../../design/design.ts";
import { relationPairs } from "../../design/relation-pairs.ts";
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

/** The fields of a relation can hold the key of the other entity. */
export const relationTypeMismatchCheck: DesignCheck = {
  after: ["data"],
  check(design) {
    return design.contexts.flatMap(({ context, entities }) => {
      const known = byId(entities);
      return entities.flatMap((entity) => {
        return entity.relations.flatMap((relation) => {
          const target = known.get(relation.to);
          const found = target && problemOf(entity, relation, target);
          if (target === undefined || found === undefined) return [];
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

function problemOf(entity: Entity, relation: Relation, target: Entity) {
  const pairs = relationPairs(entity, relation, target);
  if (pairs === undefined) {
    const own = 1 + (relation.moreFields ?? []).length;
    return {
      problem: `points with ${own} fields to ${label(target)}, whose primary key has ${target.primaryKey.length}`,
      todo: `give the relation a field for each field of the key of ${label(target)} (moreFields, in its order), or give ${label(target)} a primary key of one field and make the present one a unique key`,
    };
  }
  const [fields, keys] = [byId(entity.fields), byId(target.fields)];
  for (const { column, targetColumn } of pairs) {
    const field = fields.get(column);
    const key = keys.get(targetColumn);
    const found = field && key && unlike(field, key, target);
    if (found !== undefined) return found;
  }
  return undefined;
}

function unlike(field: Field, key: Field, target: Entity) {
  const isLonger = (key.maxLength ?? 0) > (field.maxLength ?? Infinity);
  if (key.type === field.type && !isLonger) return undefined;
  const [is, wants] = [typeOf(field), typeOf(key)];
  return {
    problem: `keeps a ${is} in ${label(field)}, the key ${label(key)} of ${label(target)} is a ${wants}`,
    todo: `make ${field.id} a ${wants}`,
  };
}

function typeOf({ type, maxLength }: Field): string {
  return maxLength === undefined ? type : `${type} of up to ${maxLength} characters`;
}
