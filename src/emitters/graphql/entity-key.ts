import { bodyView } from "../../artifacts/contract/body-view.ts";
import type { BodySchema, ContextDesign } from "../../design/design.ts";
import type { ResolvedProperty } from "../../design/resolve-property.ts";

/** By what a router fetches an entity. */
export interface EntityKey {
  readonly names: readonly string[];
  readonly properties: readonly ResolvedProperty[];
}

/** The primary key as it is in a body; nothing where the body does not hold all of it. */
export function entityKey(context: ContextDesign, schema: BodySchema): EntityKey | undefined {
  const entity = context.entities.find(({ id }) => id === schema.entity);
  if (entity === undefined || schema.purpose !== "read") return undefined;
  const body = bodyView(context, schema, "response");
  const properties = entity.primaryKey.flatMap((id): readonly ResolvedProperty[] => {
    const found = body.find(
      (property) =>
        property.fieldSubject === `${context.context}/entity/${entity.id}/field/${id}` &&
        property.nestedSchema === undefined &&
        property.required &&
        !property.nullable &&
        !property.many &&
        !property.value.enumValues?.length,
    );
    return found === undefined ? [] : [found];
  });
  if (properties.length !== entity.primaryKey.length) return undefined;
  return { names: properties.map(({ wireName }) => wireName), properties };
}
