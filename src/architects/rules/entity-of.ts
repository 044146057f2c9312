import type { Entity } from "../../design/design.ts";
import type { OwnedOperation } from "../../design/operations-of.ts";

/** The entity an operation is about. */
export function entityOf({ context, operation }: OwnedOperation): Entity | undefined {
  return context.entities.find(({ id }) => id === operation.entity);
}
