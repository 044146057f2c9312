import type { ContextDesign } from "../../../design/design.ts";
import type { PropertyScope } from "../../../design/resolve-property.ts";
import { byId } from "./by-id.ts";

/** Makes the scopes of the properties of one context, each narrowed to the one entity it needs. */
export function createScopes(
  context: ContextDesign,
): (entity: string | undefined, owner: string) => PropertyScope {
  const entities = byId(context.entities);
  const bare = { context: context.context, operations: [], schemas: [] };
  return (id, owner) => {
    const entity = entities.get(id ?? "");
    // To look for the entity among a thousand others for each property would take quadratic time.
    const narrowed = { ...bare, entities: entity === undefined ? [] : [entity] };
    return { context: narrowed, entity: id, owner };
  };
}
