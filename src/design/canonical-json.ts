import { z } from "zod";
import { isDeepEqual } from "../util/is-deep-equal.ts";

/**
 * The one text of a document: keys in the order of the schema, what equals its default left out,
 * two spaces, a line feed at the end. The same value gives the same bytes anywhere.
 */
export function canonicalJson(schema: z.core.$ZodType, value: unknown): string {
  return `${JSON.stringify(ordered(schema, value), undefined, 2)}\n`;
}

function ordered(schema: z.core.$ZodType, value: unknown): unknown {
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodNullable) {
    return value === undefined || value === null ? value : ordered(schema.unwrap(), value);
  }
  if (schema instanceof z.ZodDefault) return ordered(schema.unwrap(), value);
  if (schema instanceof z.ZodArray && Array.isArray(value)) {
    return value.map((item) => ordered(schema.element, item));
  }
  if (schema instanceof z.ZodUnion) {
    const option = schema.options.find((candidate) => z.safeParse(candidate, value).success);
    return option === undefined ? value : ordered(option, value);
  }
  if (!(schema instanceof z.ZodObject) || typeof value !== "object" || value === null) return value;
  const record = value as Readonly<Record<string, unknown>>;
  return Object.fromEntries(
    Object.entries(schema.shape)
      .filter(([key, property]) => !isDefault(property, record[key]))
      .map(([key, property]) => [key, ordered(property, record[key])]),
  );
}

function isDefault(schema: z.core.$ZodType, value: unknown): boolean {
  if (value === undefined) return true;
  return schema instanceof z.ZodDefault && isDeepEqual(schema.def.defaultValue, value);
}
