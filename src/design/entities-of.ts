import type { ContextDesign, Design, Entity } from "./design.ts";

/** An entity with the context that owns it. */
export interface OwnedEntity {
  readonly context: ContextDesign;
  readonly entity: Entity;
  /** `orders/order`, as the system document names it. */
  readonly key: string;
  readonly subject: string;
}

/** All entities, in document order. */
export function entitiesOf(design: Design): readonly OwnedEntity[] {
  return design.contexts.flatMap((context) =>
    context.entities.map((entity) => ({
      context,
      entity,
      key: `${context.context}/${entity.id}`,
      subject: `${context.context}/entity/${entity.id}`,
    })),
  );
}
