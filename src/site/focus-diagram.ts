import { entityDiagrams } from "../artifacts/mermaid/entity-diagrams.ts";
import type { ContextDesign, Design, Entity } from "../design/design.ts";

/** One entity with its neighbours at distance 1, of which only the keys are drawn. */
export function focusDiagram(
  context: ContextDesign,
  focus: Entity,
  design: Design,
): string | undefined {
  const targets = new Set(focus.relations.map(({ to }) => to));
  const neighbours = context.entities
    .filter(({ id }) => id !== focus.id)
    .filter(({ id, relations }) => targets.has(id) || relations.some(({ to }) => to === focus.id));
  if (neighbours.length === 0 && !targets.has(focus.id)) return undefined;
  const entities = [focus, ...neighbours.map((entity) => keysOf(entity, focus))];
  const [diagram] = entityDiagrams({ ...context, entities }, design);
  return diagram?.text.replace(/^title: ".*"$/m, `title: ${JSON.stringify(titleOf(focus))}`);
}

function titleOf({ name }: Entity): string {
  return `${name.replace(/[^\p{L}\p{N} _-]/gu, "")} and its neighbours`;
}

function keysOf(entity: Entity, focus: Entity): Entity {
  const relations = entity.relations.filter(({ to }) => to === focus.id);
  const kept = new Set([...entity.primaryKey, ...relations.map(({ field }) => field)]);
  return { ...entity, relations, fields: entity.fields.filter(({ id }) => kept.has(id)) };
}
