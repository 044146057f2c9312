import { toCamel, wordsOf } from "../util/naming.ts";
import type {
  BodyProperty,
  BodySchema,
  ContextDesign,
  DomainEvent,
  Field,
  Parameter,
} from "./design.ts";
import type { ValueDescription } from "./value-description.ts";

/** Where a property stands. */
export interface PropertyScope {
  /** The document that holds the entity and the schemas; absent where it is not drafted. */
  readonly context: ContextDesign | undefined;
  /** Id of the entity that `field` belongs to. */
  readonly entity: string | undefined;
  /** Subject of the element around the property: the schema, the operation or the event. */
  readonly owner: string;
}

/** A property with everything that its field says about it. */
export interface ResolvedProperty {
  readonly subject: string;
  /** Name in JSON, in the path or in the query. */
  readonly wireName: string;
  readonly required: boolean;
  readonly nullable: boolean;
  /** A list of it. */
  readonly many: boolean;
  /** Entries of the list at the most. */
  readonly maximumItems?: number;
  /** Type, bounds and samples; the property's own words go before those of the field. */
  readonly value: ValueDescription;
  readonly description: string | undefined;
  /** The field behind it, and its subject. */
  readonly field?: Field;
  readonly fieldSubject?: string;
  /** Set where it holds another body: `value` says nothing then. */
  readonly nestedSchema?: BodySchema;
}

type Property = BodyProperty | Parameter | DomainEvent["payload"][number];

/** What a property, a parameter or a part of an event's payload holds. Never throws: a reference that dangles gives a string. */
export function resolveProperty(property: Property, scope: PropertyScope): ResolvedProperty {
  const entity = scope.context?.entities.find(({ id }) => id === scope.entity);
  const field = entity?.fields.find(({ id }) => id === property.field);
  const nested = "schema" in property ? property.schema : undefined;
  const nestedSchema = scope.context?.schemas.find(({ id }) => id === nested);
  return {
    subject: `${scope.owner}/${kindOf(property, scope)}/${property.id}`,
    wireName: wireName(property, field),
    required: property.required,
    nullable: ("nullable" in property ? property.nullable : undefined) ?? field?.nullable ?? false,
    many: "many" in property && property.many,
    ...("maximumItems" in property && property.maximumItems !== undefined
      ? { maximumItems: property.maximumItems }
      : {}),
    value: describe(property, field),
    description: property.description ?? field?.description,
    ...(field === undefined || entity === undefined || scope.context === undefined
      ? {}
      : { field, fieldSubject: `${scope.context.context}/entity/${entity.id}/field/${field.id}` }),
    ...(nestedSchema === undefined ? {} : { nestedSchema }),
  };
}

function kindOf(property: Property, { owner }: PropertyScope): string {
  if ("in" in property) return "parameter";
  return owner.includes("/event/") ? "payload" : "property";
}

function wireName({ id, name }: Property, field: Field | undefined): string {
  if (name !== undefined) return name;
  if (field === undefined) return toCamel(id);
  // A name without a Latin letter would leave nothing; the id always has one.
  return toCamel(wordsOf(field.name).length === 0 ? field.id : field.name);
}

function describe(property: Property, field: Field | undefined): ValueDescription {
  const samples = property.samples.length > 0 ? property.samples : (field?.samples ?? []);
  return {
    type: property.type ?? field?.type ?? "string",
    format: property.format ?? field?.format,
    enumValues: property.enumValues ?? field?.enumValues,
    minimum: property.minimum ?? field?.minimum,
    maximum: property.maximum ?? field?.maximum,
    minLength: property.minLength ?? field?.minLength,
    maxLength: property.maxLength ?? field?.maxLength,
    precision: property.precision ?? field?.precision,
    scale: property.scale ?? field?.scale,
    samples,
  };
}
