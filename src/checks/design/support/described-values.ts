import type { Design, Field } from "../../../design/design.ts";
import { resolveProperty } from "../../../design/resolve-property.ts";
import type { PropertyScope } from "../../../design/resolve-property.ts";
import type { ValueDescription } from "../../../design/value-description.ts";
import { createScopes } from "./create-scopes.ts";
import { entitiesOf } from "../../../design/entities-of.ts";
import { label } from "./label.ts";

/** Everything that has a type: a field, a parameter, a property of a body or of a payload. */
export interface DescribedValue {
  readonly subject: string;
  readonly label: string;
  /** What holds for it, with what it takes over from its field. */
  readonly value: ValueDescription;
  /** Its own samples, without those of its field. */
  readonly samples: ValueDescription["samples"];
  /** Whether it says more than the field that it shows. */
  readonly isOwn: boolean;
  /** Only of fields. */
  readonly default?: Field["default"];
}

type Source = Parameters<typeof resolveProperty>[0];

/** All values of a Design, in document order; bodies that hold another body have none. */
export function describedValues(design: Design): readonly DescribedValue[] {
  const fields = entitiesOf(design).flatMap(({ entity, subject }) =>
    entity.fields.map((field): DescribedValue => ({
      subject: `${subject}/field/${field.id}`,
      label: `field ${label(field)} of ${label(entity)}`,
      value: field,
      samples: field.samples,
      isOwn: true,
      ...(field.default === undefined ? {} : { default: field.default }),
    })),
  );
  const scopes = new Map(
    design.contexts.map((context) => [context.context, createScopes(context)] as const),
  );
  const bodies = design.contexts.flatMap(({ context, schemas, operations }) => [
    ...schemas.flatMap((schema) => {
      const scope = scopes.get(context)?.(schema.entity, `${context}/schema/${schema.id}`);
      const own = schema.properties.filter((property) => property.schema === undefined);
      return describeAll(own, scope, label(schema));
    }),
    ...operations.flatMap((operation) => {
      const owner = `${context}/operation/${operation.id}`;
      const scope = scopes.get(context)?.(operation.entity, owner);
      return describeAll(operation.parameters, scope, label(operation));
    }),
  ]);
  const payloads = design.system.events.flatMap((event) => {
    const [context = "", entity] = event.entity?.split("/") ?? [];
    const owner = `system/event/${event.id}`;
    const scope = scopes.get(context)?.(entity, owner) ?? { context: undefined, entity, owner };
    return describeAll(event.payload, scope, label(event));
  });
  return [...fields, ...bodies, ...payloads];
}

function describeAll(
  sources: readonly Source[],
  scope: PropertyScope | undefined,
  owner: string,
): readonly DescribedValue[] {
  return scope === undefined ? [] : sources.map((source) => describe(source, scope, owner));
}

function describe(source: Source, scope: PropertyScope, owner: string): DescribedValue {
  const { subject, value } = resolveProperty(source, scope);
  const isOwn =
    source.type !== undefined ||
    source.samples.length > 0 ||
    [
      source.enumValues,
      source.minimum,
      source.maximum,
      source.minLength,
      source.maxLength,
      source.precision,
      source.scale,
    ].some((constraint) => constraint !== undefined);
  return { subject, label: `${label(source)} of ${owner}`, value, samples: source.samples, isOwn };
}
