import type { ContextDesign, Design, Entity } from "../../../design/design.ts";

/** An entity with the context that owns it. */
export interface OwnedEntity {
  readonly context: ContextDesign;
  readonly entity: Entity;
  readonly subject: string;
}

/** All entities, in document order. */
export function entitiesOf(design: Design): readonly OwnedEntity[] {
  return design.contexts.flatMap((context) =>
    context.entities.map((entity) => ({
      context,
      entity,
      subject: `${context.context}/entity/${entity.id}`,
    })),
  );
}
