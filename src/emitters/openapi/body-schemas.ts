import type { OpenAPIV3 } from "openapi-types";
import type { BodySchema, ContextDesign, System } from "../../design/design.ts";
import type { ResolvedProperty } from "../../design/resolve-property.ts";
import type { BodyNames } from "./body-names.ts";
import {
  type BodyView,
  bodyView,
  isSecret,
  isSetBySystem,
} from "../../artifacts/contract/body-view.ts";
import type { ComponentRegistry } from "./component-registry.ts";
import { markdownText } from "../../artifacts/contract/markdown-text.ts";
import type { OriginRecorder } from "../../artifacts/contract/origin-recorder.ts";
import { valueSchema } from "../../artifacts/contract/value-schema.ts";

/** Makes the schema components of bodies, as they are referred to. */
export interface BodySchemas {
  refer(context: ContextDesign, schema: BodySchema, view: BodyView): OpenAPIV3.ReferenceObject;
  /** A response of which the caller chose the properties: none has to be there. */
  referPartial(context: ContextDesign, schema: BodySchema): OpenAPIV3.ReferenceObject;
  /** One page of many of them. */
  referPage(
    context: ContextDesign,
    schema: BodySchema,
    isPartial: boolean,
  ): OpenAPIV3.ReferenceObject;
}

type Form = "" | "OrNull" | "Partial";

export function createBodySchemas(
  names: BodyNames,
  components: ComponentRegistry,
  recorder: OriginRecorder,
  api: System["api"],
): BodySchemas {
  function refer(
    context: ContextDesign,
    schema: BodySchema,
    view: BodyView,
    form: Form = "",
  ): OpenAPIV3.ReferenceObject {
    const nullable = form === "OrNull";
    const name = names.of(context, schema, view, form);
    return components.refer("schemas", name, () => {
      const tokens = ["components", "schemas", name];
      recorder.mark(tokens, `${context.context}/schema/${schema.id}`);
      if (schema.variants !== undefined) return union(context, schema, schema.variants, view);
      const whole = body(context, schema, view, tokens);
      if (form !== "Partial") return { ...whole, ...(nullable ? { nullable } : {}) };
      return Object.fromEntries(Object.entries(whole).filter(([key]) => key !== "required"));
    });
  }

  function union(
    context: ContextDesign,
    schema: BodySchema,
    { discriminator, schemas }: NonNullable<BodySchema["variants"]>,
    view: BodyView,
  ): OpenAPIV3.NonArraySchemaObject {
    const variants = context.schemas.filter(({ id }) => schemas.includes(id));
    const oneOf = variants.map((variant) => refer(context, variant, view));
    const mapping = variants.flatMap((variant, index) => {
      const values = bodyView(context, variant, view).find(
        ({ wireName }) => wireName === discriminator,
      )?.value.enumValues;
      const $ref = oneOf[index]?.$ref;
      return $ref === undefined ? [] : (values ?? []).map((value) => [value, $ref] as const);
    });
    return {
      description: markdownText(schema.description),
      oneOf,
      discriminator: { propertyName: discriminator, mapping: Object.fromEntries(mapping) },
    };
  }

  function body(
    context: ContextDesign,
    schema: BodySchema,
    view: BodyView,
    tokens: readonly string[],
  ): OpenAPIV3.NonArraySchemaObject {
    const properties = bodyView(context, schema, view);
    const required = properties.filter((property) => property.required);
    const entries = properties.map((property) => {
      recorder.mark([...tokens, "properties", property.wireName], property.subject);
      return [property.wireName, propertySchema(context, property, view)] as const;
    });
    const isStrict = view === "request" && !names.isShared(context, schema);
    const isPatch = schema.purpose === "update" && required.length === 0 && properties.length > 0;
    return {
      type: "object",
      description: markdownText(schema.description),
      ...(required.length === 0 ? {} : { required: required.map(({ wireName }) => wireName) }),
      ...(entries.length === 0 ? {} : { properties: Object.fromEntries(entries) }),
      ...(isStrict && isPatch ? { minProperties: 1 } : {}),
      // A response may grow without a new version; a request with a typing error is refused.
      ...(isStrict ? { additionalProperties: false } : {}),
    };
  }

  function propertySchema(
    context: ContextDesign,
    property: ResolvedProperty,
    view: BodyView,
  ): OpenAPIV3.SchemaObject | OpenAPIV3.ReferenceObject {
    const { many, maximumItems, nestedSchema, value, description, nullable } = property;
    const whole = { description, nullable };
    if (!many) {
      if (nestedSchema !== undefined) {
        const isNullable = nullable && nestedSchema.variants === undefined;
        return refer(context, nestedSchema, view, isNullable ? "OrNull" : "");
      }
      return { ...valueSchema(value, whole), ...direction(property, view) };
    }
    return {
      type: "array",
      ...(description === undefined ? {} : { description: markdownText(description) }),
      ...(nullable ? { nullable } : {}),
      ...(maximumItems === undefined ? {} : { maxItems: maximumItems }),
      items: nestedSchema === undefined ? valueSchema(value) : refer(context, nestedSchema, view),
      ...direction(property, view),
    };
  }

  function referPartial(context: ContextDesign, schema: BodySchema): OpenAPIV3.ReferenceObject {
    return refer(context, schema, "response", "Partial");
  }

  function referPage(
    context: ContextDesign,
    schema: BodySchema,
    isPartial: boolean,
  ): OpenAPIV3.ReferenceObject {
    const name = names.of(context, schema, "response", isPartial ? "PartialPage" : "Page");
    return components.refer("schemas", name, () => {
      recorder.mark(["components", "schemas", name], `${context.context}/schema/${schema.id}`);
      const item = refer(context, schema, "response", isPartial ? "Partial" : "");
      return pageSchema(item, api.pagination);
    });
  }

  return { refer, referPartial, referPage };
}

function direction(
  property: ResolvedProperty,
  view: BodyView,
): { readonly readOnly?: true; readonly writeOnly?: true } {
  if (view === "request") return isSecret(property) ? { writeOnly: true } : {};
  return isSetBySystem(property) ? { readOnly: true } : {};
}

function pageSchema(
  item: OpenAPIV3.ReferenceObject,
  pagination: System["api"]["pagination"],
): OpenAPIV3.NonArraySchemaObject {
  const items: OpenAPIV3.ArraySchemaObject = {
    type: "array",
    description: "The entries of this page.",
    maxItems: pagination.maximumLimit,
    items: item,
  };
  if (pagination.style === "offset") {
    return {
      type: "object",
      description: "One page of a list.",
      required: ["items", "total"],
      properties: {
        items,
        total: {
          type: "integer",
          format: "int64",
          minimum: 0,
          description: "Entries on all pages.",
        },
      },
    };
  }
  return {
    type: "object",
    description: "One page of a list.",
    required: ["items", "nextCursor"],
    properties: {
      items,
      nextCursor: {
        type: "string",
        nullable: true,
        maxLength: 512,
        description: "Give it as `cursor` to get the next page; null on the last one.",
      },
    },
  };
}
