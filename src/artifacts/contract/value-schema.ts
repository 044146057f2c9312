import type { OpenAPIV3 } from "openapi-types";
import { formatPatterns } from "../../design/format-patterns.ts";
import { decimalShape } from "../../design/decimal-shape.ts";
import type { ValueDescription } from "../../design/value-description.ts";
import { assertNever } from "../../util/assert-never.ts";
import { withoutUndefined } from "../../util/without-undefined.ts";
import { markdownText } from "./markdown-text.ts";

export interface ValueSchemaOptions {
  readonly description?: string | undefined;
  readonly nullable?: boolean;
}

/** The schema of a single value, in OpenAPI 3.0. */
export function valueSchema(
  value: ValueDescription,
  { description, nullable = false }: ValueSchemaOptions = {},
): OpenAPIV3.NonArraySchemaObject {
  const schema = withoutUndefined(bareSchema(value));
  const text = [description, schema.description].filter((part) => part !== undefined).join("\n\n");
  return {
    ...schema,
    ...(text === "" ? {} : { description: markdownText(text) }),
    ...(nullable ? { nullable } : {}),
    // `nullable` alone does not let null through an enum (OAS 3.0.3, proposal 2019-10-31).
    ...(nullable && schema.enum !== undefined ? { enum: [...schema.enum, null] } : {}),
  };
}

type BareSchema = {
  readonly [Key in keyof OpenAPIV3.NonArraySchemaObject]:
    | OpenAPIV3.NonArraySchemaObject[Key]
    | undefined;
};

function bareSchema(value: ValueDescription): BareSchema {
  if (value.enumValues !== undefined && value.enumValues.length > 0) {
    return { type: "string", enum: [...value.enumValues] };
  }
  switch (value.type) {
    case "uuid":
      return { type: "string", format: "uuid" };
    case "string":
    case "text":
    case "enum":
      return textSchema(value);
    case "integer":
    case "bigint": {
      const { minimum, maximum } = value;
      return {
        type: "integer",
        format: value.type === "integer" ? "int32" : "int64",
        minimum,
        maximum,
      };
    }
    case "decimal":
      return decimalSchema(value);
    case "boolean":
      return { type: "boolean" };
    case "date":
      return { type: "string", format: "date" };
    case "time":
      // `format: time` demands an offset (RFC 3339 §5.6), and a time of day has none.
      return { type: "string", pattern: "^([01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9]$" };
    case "timestamp":
      return { type: "string", format: "date-time" };
    case "json":
      return { type: "object", additionalProperties: true };
    case "binary":
      return { type: "string", format: "byte" };
    default:
      return assertNever(value.type);
  }
}

function textSchema({ format, minLength, maxLength }: ValueDescription): BareSchema {
  const lengths = { minLength, maxLength };
  switch (format) {
    case undefined:
      return { type: "string", ...lengths };
    case "email":
    case "uri":
    case "password":
      return { type: "string", format, ...lengths };
    case "phone":
    case "slug":
    case "currency":
    case "country":
      return { type: "string", pattern: formatPatterns[format], ...lengths };
    default:
      return assertNever(format);
  }
}

/**
 * Decimals travel as strings: a JSON number is read as a binary double almost everywhere (RFC 8259
 * §6), which has no 0.10 and rounds beyond 15 digits; money survives only as text.
 */
function decimalSchema(value: ValueDescription): BareSchema {
  const { precision, scale } = decimalShape(value);
  const { minimum, maximum } = value;
  const sign = minimum !== undefined && minimum >= 0 ? "" : "-?";
  const whole = precision > scale ? `[0-9]{1,${precision - scale}}` : "0";
  const fraction = scale === 0 ? "" : `(\\.[0-9]{1,${scale}})?`;
  const bounds = [
    ...(minimum === undefined ? [] : [`At least ${minimum}.`]),
    ...(maximum === undefined ? [] : [`At most ${maximum}.`]),
  ];
  return {
    type: "string",
    format: "decimal",
    pattern: `^${sign}${whole}${fraction}$`,
    description: bounds.length === 0 ? undefined : bounds.join(" "),
  };
}
