import { z } from "zod";
import { field } from "../../design/schema/entity.ts";
import { elementKinds, referenceRules } from "../../design/schema/identity.ts";
import { toKebab } from "../../util/naming.ts";

/** A square is a field times itself; every other list of references is a set. */
const OPERANDS: z.core.$ZodType = field.shape.generated.unwrap().shape.fields;

/**
 * A section in the form of the Design, where nothing has to be guessed: ids and references are
 * slugs, `""` and `null` of an optional property are left out, control characters are gone,
 * integers are whole. What is still wrong afterwards is for the validation to name.
 */
export function normaliseSection(schema: z.core.$ZodType, value: unknown): unknown {
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodDefault) {
    const inner = normaliseSection(schema.unwrap(), value);
    return inner === "" || inner === null ? undefined : inner;
  }
  if (schema instanceof z.ZodArray) {
    if (!Array.isArray(value)) return value;
    const items = value.map((item) => normaliseSection(schema.element, item));
    if (!referenceRules.has(schema.element)) return items;
    return (schema === OPERANDS ? items : [...new Set(items)]).filter(isGiven);
  }
  if (schema instanceof z.ZodObject) return normaliseObject(schema, value);
  if (schema instanceof z.ZodNumber && schema.isInt && typeof value === "number") {
    return Math.round(value);
  }
  return typeof value === "string" ? normaliseText(schema, value) : value;
}

function normaliseObject(schema: z.ZodObject, value: unknown): unknown {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return value;
  const given = value as Readonly<Record<string, unknown>>;
  const entries = Object.entries(schema.shape).map(([key, property]) => {
    return [key, normaliseSection(property, sourceOf(given, key))] as const;
  });
  const object = Object.fromEntries(entries.filter(([, item]) => item !== undefined));
  if (!elementKinds.has(schema)) return object;
  const id = toId(object["id"]) ?? toId(object["name"]) ?? object["id"];
  return { ...object, id };
}

/** Answers call the list of satisfied requirements `reqs`: a short schema is a hard limit. */
function sourceOf(given: Readonly<Record<string, unknown>>, key: string): unknown {
  if (Object.hasOwn(given, key)) return given[key];
  return key === "requirements" && Object.hasOwn(given, "reqs") ? given["reqs"] : undefined;
}

function toId(value: unknown): string | undefined {
  return typeof value === "string" && /[A-Za-z0-9]/.test(value) ? toKebab(value) : undefined;
}

function normaliseText(schema: z.core.$ZodType, value: string): string {
  const rule = referenceRules.get(schema);
  if (rule?.form === "local") return toId(value) ?? "";
  if (rule?.form === "qualified") {
    return value
      .split("/")
      .map((part) => toId(part) ?? "")
      .join("/");
  }
  const clean = value.replace(/[^\P{Cc}\n\t]/gu, " ").trim();
  const isProse = schema instanceof z.ZodString && (schema.maxLength ?? 0) >= 4000;
  return isProse ? clean : clean.replace(/\s+/g, " ");
}

function isGiven(item: unknown): boolean {
  return item !== "";
}
