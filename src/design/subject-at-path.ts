import { z } from "zod";
import { toPointer } from "../util/json-pointer.ts";
import { contextDesignSchema } from "./schema/context-design.ts";
import { elementKinds } from "./schema/identity.ts";
import { systemSchema } from "./schema/system.ts";
import { SYSTEM } from "./walk-design.ts";

/** The element around a place in a stored document, and the pointer from it to the place. */
export function subjectAtPath(
  document: string,
  value: unknown,
  tokens: readonly (string | number)[],
): { readonly subject: string; readonly pointer: string } {
  let schema: z.core.$ZodType = document === SYSTEM ? systemSchema : contextDesignSchema;
  let current: unknown = value;
  let subject = document;
  let rest = tokens;
  for (const [depth, token] of tokens.entries()) {
    schema = unwrap(schema);
    current = step(current, token);
    if (schema instanceof z.ZodArray) schema = unwrap(schema.element);
    else if (schema instanceof z.ZodObject) schema = schema.shape[String(token)] ?? z.unknown();
    else break;
    const kind = elementKinds.get(unwrap(schema))?.kind;
    const id = step(current, "id");
    if (kind === undefined || typeof id !== "string") continue;
    subject = `${subject}/${kind}/${id}`;
    rest = tokens.slice(depth + 1);
  }
  return { subject, pointer: toPointer(rest) };
}

function unwrap(schema: z.core.$ZodType): z.core.$ZodType {
  const wrapped =
    schema instanceof z.ZodOptional ||
    schema instanceof z.ZodNullable ||
    schema instanceof z.ZodDefault;
  return wrapped ? unwrap(schema.unwrap()) : schema;
}

function step(value: unknown, token: string | number): unknown {
  if (typeof value !== "object" || value === null) return undefined;
  return Object.hasOwn(value, token)
    ? (value as Readonly<Record<string | number, unknown>>)[token]
    : undefined;
}
