import type { BodySchema, ContextDesign } from "../../design/design.ts";
import { resolveProperty, type ResolvedProperty } from "../../design/resolve-property.ts";
import { uniqueName } from "../../util/naming.ts";

/** Who sends the body. */
export type BodyView = "request" | "response";

/**
 * The properties of a body as one side sees them: a secret is never in a response, and what the
 * system sets is never in a request.
 */
export function bodyView(
  context: ContextDesign,
  schema: BodySchema,
  view: BodyView,
): readonly ResolvedProperty[] {
  const scope = {
    context,
    entity: schema.entity,
    owner: `${context.context}/schema/${schema.id}`,
  };
  const taken = new Set<string>();
  return schema.properties.flatMap((property): readonly ResolvedProperty[] => {
    const resolved = resolveProperty(property, scope);
    const wireName = uniqueName(resolved.wireName, taken, "");
    taken.add(wireName);
    if (view === "response" ? isSecret(resolved) : isSetBySystem(resolved)) return [];
    return [{ ...resolved, wireName }];
  });
}

export function isSecret({ field, value }: ResolvedProperty): boolean {
  return field?.classification === "secret" || value.format === "password";
}

export function isSetBySystem({ field }: ResolvedProperty): boolean {
  return field?.readOnly === true;
}
