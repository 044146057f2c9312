import type { ContextDesign } from "../../design/design.ts";
import type { ResolvedProperty } from "../../design/resolve-property.ts";

/**
 * The name that a sample value is composed for. A field that points to another entity has that
 * entity's key, so that the ids of one example fit together.
 */
export function sampleName(
  context: ContextDesign,
  { field, fieldSubject, wireName }: ResolvedProperty,
): string {
  if (field === undefined) return wireName;
  const entity = context.entities.find(
    ({ id }) => fieldSubject === `${context.context}/entity/${id}/field/${field.id}`,
  );
  if (entity === undefined) return wireName;
  const relation = entity.relations.find((candidate) => candidate.field === field.id);
  const target = context.entities.find(({ id }) => id === relation?.to);
  const key = target?.fields.find(({ id }) => id === target.primaryKey[0]);
  if (target !== undefined && key !== undefined) return `${target.name} ${key.name}`;
  return `${entity.name} ${field.name}`;
}
