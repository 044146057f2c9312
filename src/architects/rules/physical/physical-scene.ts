import type { Entity } from "../../../design/design.ts";
import type { Requirement } from "../../../requirements/requirement.ts";
import type { AcceptedLinks } from "../accepted-links.ts";
import { inScope, speaksOf } from "../demand-text.ts";
import type { OperationPlan } from "../domain-model.ts";

/** What the steps look at besides the entities of the context. */
export interface PhysicalScene {
  readonly links: AcceptedLinks;
  /** Ids of the stores that keep rows. */
  readonly relational: ReadonlySet<string>;
}

/** The statements that a pattern finds. */
export function stating({ links }: PhysicalScene, pattern: RegExp): readonly Requirement[] {
  return inScope(links.reading).filter(({ text }) => pattern.test(text));
}

/** Phrases of the text that mean the entity. */
export function wordsFor({ id, name }: Entity, { links }: PhysicalScene): readonly string[] {
  const plan = links.domain.entities.find((candidate) => candidate.id === id);
  return [...new Set([name.toLowerCase(), ...(plan?.words ?? [])])];
}

/** The statements that speak of the entity; all of them where they speak of none in particular. */
export function concerning(
  statements: readonly Requirement[],
  entity: Entity,
  entities: readonly Entity[],
  scene: PhysicalScene,
): readonly Requirement[] {
  const speaks = (text: string, one: Entity) =>
    wordsFor(one, scene).some((word) => speaksOf(text, word));
  return statements.filter(
    ({ text }) =>
      speaks(text, entity) || !allEntities(entities, scene).some((one) => speaks(text, one)),
  );
}

/** What is done with the entity. */
export function operationsOn({ id }: Entity, { links }: PhysicalScene): readonly OperationPlan[] {
  return links.domain.operations.filter(({ entity }) => entity === id);
}

/** The entity with requirements that it answers as well. */
export function citing(entity: Entity, statements: readonly Requirement[], scene: PhysicalScene) {
  const cited = scene.links.cite(statements.map(({ id }) => id));
  return [...new Set([...entity.requirements, ...cited])];
}

/** Also those of other contexts: a statement about them is not about everything. */
function allEntities(entities: readonly Entity[], { links }: PhysicalScene): readonly Entity[] {
  const others = links.domain.entities.filter(({ id }) => !entities.some((own) => own.id === id));
  return [...entities, ...others.map(({ id, name }) => ({ id, name }) as Entity)];
}
