import type { GraphqlSurface } from "../../artifacts/contract/graphql-surfaces.ts";
import type { BodySchema } from "../../design/design.ts";
import type { ResolvedProperty } from "../../design/resolve-property.ts";
import { wordsOf } from "../../util/naming.ts";
import { entityKey } from "./entity-key.ts";
import type { SubgraphParts } from "./subgraph.ts";

/** A field that leads from an id to what it is the id of. */
export interface EntityReference {
  readonly name: string;
  readonly description: string;
  readonly subject: string;
  readonly surface: GraphqlSurface;
  readonly schema: BodySchema;
}

/**
 * The things behind the ids of a body: through a relation in the same context, or through the name
 * of the id (`buyer account id`) in another. Only things that an operation answers anyway, so that
 * nobody sees more than the operations show.
 */
export function referencesOf(
  properties: readonly ResolvedProperty[],
  taken: Set<string>,
  surface: GraphqlSurface,
  { surfaces }: SubgraphParts,
): readonly EntityReference[] {
  return properties.flatMap((property): readonly EntityReference[] => {
    const { wireName, field, many, nestedSchema, subject } = property;
    const name = wireName.replace(/I[dD]$/, "");
    if (field === undefined || many || nestedSchema !== undefined) return [];
    if (name === wireName || name === "" || taken.has(name)) return [];
    const found = inContext(property, surface) ?? elsewhere(property, surface, surfaces);
    if (found === undefined) return [];
    taken.add(name);
    return [{ ...found, name, subject, description: `What \`${wireName}\` is the id of.` }];
  });
}

type Target = Pick<EntityReference, "surface" | "schema">;

function inContext(
  { field, fieldSubject }: ResolvedProperty,
  surface: GraphqlSurface,
): Target | undefined {
  const { context } = surface;
  const owner = context.entities.find(({ id }) =>
    fieldSubject?.startsWith(`${context.context}/entity/${id}/field/`),
  );
  const relation = owner?.relations.find((candidate) => candidate.field === field?.id);
  if (relation === undefined || (relation.moreFields ?? []).length > 0) return undefined;
  return answered(surface).find(({ schema }) => schema.entity === relation.to);
}

/** The thing whose name the id ends with; where several do, the one with the longest name. */
function elsewhere(
  { field, wireName, value }: ResolvedProperty,
  own: GraphqlSurface,
  surfaces: readonly GraphqlSurface[],
): Target | undefined {
  const words = wordsOf(wireName).slice(0, -1).join(" ");
  const candidates = surfaces
    .filter((surface) => surface !== own && field !== undefined)
    .flatMap(answered)
    .map((target) => ({ target, name: entityWords(target) }))
    .filter(({ target, name }) => {
      const [key, ...more] = entityKey(target.surface.context, target.schema)?.properties ?? [];
      const isNamed = words === name || words.endsWith(` ${name}`);
      return name !== "" && isNamed && more.length === 0 && key?.value.type === value.type;
    });
  return candidates.toSorted((a, b) => b.name.length - a.name.length)[0]?.target;
}

function entityWords({ surface, schema }: Target): string {
  const entity = surface.context.entities.find(({ id }) => id === schema.entity);
  return wordsOf(entity?.name ?? "").join(" ");
}

/** The entities that the operations of a subgraph answer with. */
function answered(surface: GraphqlSurface): readonly Target[] {
  const ids = new Set(surface.operations.map(({ response }) => response?.schema));
  return surface.context.schemas
    .filter((schema) => ids.has(schema.id) && entityKey(surface.context, schema) !== undefined)
    .map((schema) => ({ surface, schema }));
}
