import { z } from "zod";
import { prose } from "./text.ts";

/** The types of a value, independent of any database or wire format. */
export const valueType = z.enum([
  "uuid",
  "string",
  "text",
  "integer",
  "bigint",
  "decimal",
  "boolean",
  "date",
  "time",
  "timestamp",
  "enum",
  "json",
  "binary",
]);

/** A named format of a string (OpenAPI format registry). */
export const valueFormat = z.enum([
  "email",
  "uri",
  "phone",
  "slug",
  "currency",
  "country",
  "password",
]);

/** A literal example or default. */
export const literal = z.union([z.string().max(1000), z.number(), z.boolean()]);

/** What may be said of any value: bounds, format and examples. Lengths count characters. */
export const valueConstraints = {
  format: valueFormat.optional(),
  enumValues: z.array(z.string().min(1).max(63)).max(100).optional(),
  minimum: z.number().optional(),
  maximum: z.number().optional(),
  minLength: z.int().nonnegative().optional(),
  maxLength: z.int().positive().optional(),
  /** Total digits and digits after the point of a decimal. */
  precision: z.int().min(1).max(38).optional(),
  scale: z.int().min(0).max(20).optional(),
  /** Realistic values; examples are composed from them, in order. */
  samples: z.array(literal).max(10).default([]),
  description: prose().optional(),
};
