import type { ContextDesign, Entity, Field } from "../../design/design.ts";
import { declareDiagnostic } from "../../diagnostics/declare-diagnostic.ts";
import { wordsOf } from "../../util/naming.ts";
import type { DesignCheck } from "../design-check.ts";
import { byId } from "./support/by-id.ts";
import { label } from "./support/label.ts";

/** How many relations away a copy is looked for. */
const REACH = 3;

export const copiedAttribute = declareDiagnostic<{
  readonly field: string;
  readonly entity: string;
  readonly original: string;
  readonly owner: string;
}>({
  code: "design/copied-attribute",
  severity: "error",
  message: ({ field, entity, original, owner }) =>
    `the field ${field} of ${entity} copies ${original} of ${owner}, which a relation leads to`,
  fix: ({ field, entity, owner }) =>
    `remove ${field} and read it through the relation to ${owner}; where ${entity} must keep the value of that moment, say so in denormalised`,
});

/** No attribute stands twice without a stated reason (third normal form). */
export const copiedAttributeCheck: DesignCheck = {
  after: ["data"],
  check(design) {
    return design.contexts.flatMap((context) => {
      const entities = byId(context.entities);
      return context.entities.flatMap((entity) => copiesIn(entity, entities, context));
    });
  },
};

interface Original {
  readonly owner: Entity;
  readonly field: Field;
}

function copiesIn(
  entity: Entity,
  entities: ReadonlyMap<string, Entity>,
  { context }: ContextDesign,
): ReturnType<DesignCheck["check"]> {
  if (entity.denormalised !== undefined || entity.relations.length === 0) return [];
  const links = new Set(
    entity.relations.flatMap(({ field, moreFields = [] }) => [field, ...moreFields]),
  );
  const originals = originalsFor(entity, entities);
  return entity.fields.flatMap((field) => {
    const found = links.has(field.id)
      ? undefined
      : originals.get(keyOf(wordsOf(field.name), field));
    if (found === undefined) return [];
    const subject = `${context}/entity/${entity.id}/field/${field.id}`;
    const words = {
      field: label(field),
      entity: label(entity),
      original: label(found.field),
      owner: label(found.owner),
    };
    const related = [`${context}/entity/${found.owner.id}/field/${found.field.id}`];
    return [copiedAttribute(subject, words, { related })];
  });
}

/** `customer name`: how a copy of the field `name` of a customer would be called. */
function originalsFor(
  entity: Entity,
  entities: ReadonlyMap<string, Entity>,
): ReadonlyMap<string, Original> {
  const originals = new Map<string, Original>();
  const seen = new Set([entity.id]);
  let frontier: readonly Entity[] = [entity];
  for (let distance = 0; distance < REACH; distance++) {
    const next: Entity[] = [];
    for (const relation of frontier.flatMap(({ relations }) => relations)) {
      const owner = entities.get(relation.to);
      if (owner === undefined || owner.id === entity.id) continue;
      const prefixes = [wordsOf(owner.name), wordsOf(relation.name)];
      for (const field of owner.fields) {
        const suffix = wordsOf(field.name);
        for (const prefix of prefixes) {
          originals.set(keyOf([...prefix, ...suffix], field), { owner, field });
        }
      }
      if (seen.has(owner.id)) continue;
      seen.add(owner.id);
      next.push(owner);
    }
    frontier = next;
  }
  return originals;
}

function keyOf(words: readonly string[], { type }: Field): string {
  return `${words.join(" ")}/${type}`;
}
