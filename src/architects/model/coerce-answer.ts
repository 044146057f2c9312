import { z } from "zod";

/**
 * An answer in the form its schema asks for, where nothing has to be guessed: an absent list is
 * empty, an absent text is `""`, `null` is absent, the case of a choice does not matter, a number
 * may come as text, a key that nobody asked for is dropped. Everything else is left for the
 * validation to name.
 */
export function coerceAnswer(schema: z.core.$ZodType, value: unknown): unknown {
  if (schema instanceof z.ZodOptional) {
    if (value === undefined || value === null || value === "") return undefined;
    return coerceAnswer(schema.unwrap(), value);
  }
  if (schema instanceof z.ZodString) {
    if (value === undefined || value === null) return "";
    return typeof value === "number" || typeof value === "boolean" ? String(value) : value;
  }
  if (schema instanceof z.ZodArray) {
    if (value === undefined || value === null) return [];
    return Array.isArray(value) ? value.map((item) => coerceAnswer(schema.element, item)) : value;
  }
  if (schema instanceof z.ZodObject) return coerceObject(schema, value);
  if (schema instanceof z.ZodEnum) return sameChoice(schema.options, value);
  if (schema instanceof z.ZodBoolean && typeof value === "string") {
    return /^(?:true|false)$/i.test(value) ? value.toLowerCase() === "true" : value;
  }
  if (schema instanceof z.ZodNumber) return coerceNumber(schema, value);
  return value;
}

function coerceObject(schema: z.ZodObject, value: unknown): unknown {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return value;
  const given = value as Readonly<Record<string, unknown>>;
  const entries = Object.entries(schema.shape).map(([key, property]) => {
    const own = Object.hasOwn(given, key) ? given[key] : undefined;
    return [key, coerceAnswer(property, own)] as const;
  });
  return Object.fromEntries(entries.filter(([, item]) => item !== undefined));
}

function coerceNumber(schema: z.ZodNumber, value: unknown): unknown {
  const number = typeof value === "string" && value.trim() !== "" ? Number(value) : value;
  if (typeof number !== "number" || !Number.isFinite(number)) return value;
  return schema.isInt ? Math.round(number) : number;
}

function sameChoice(options: readonly (string | number)[], value: unknown): unknown {
  if (typeof value !== "string") return value;
  const wanted = value.trim().toLowerCase();
  return options.find((option) => String(option).toLowerCase() === wanted) ?? value;
}
