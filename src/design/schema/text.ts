import { z } from "zod";
import { reference } from "./identity.ts";

/** One line for people: no control characters, at most 120 characters. */
export function name(): z.ZodString {
  return z
    .string()
    .trim()
    .min(1)
    .max(120)
    .regex(/^[^\p{Cc}]*$/u, "must be one line without control characters");
}

/** The name of a property in a message: camelCase, at most 60 characters. */
export function wireName(): z.ZodString {
  return z
    .string()
    .max(60)
    .regex(/^[a-z][A-Za-z0-9]*$/);
}

/** Prose: sentences, at most 4,000 characters. Never interpreted. */
export function prose(): z.ZodString {
  return z
    .string()
    .trim()
    .min(1)
    .max(4000)
    .regex(/^[^\p{Cc}\n\t]*(?:[\n\t][^\p{Cc}\n\t]*)*$/u, "must not hold control characters");
}

/** Whether the requirements say it, or the architect assumed it. */
export const basis = z.enum(["stated", "assumed"]);

/** A number with where it comes from. The unit is in the property's name. */
export function quantity() {
  return z.strictObject({
    value: z.number().nonnegative(),
    basis,
    requirement: reference("requirement").optional(),
    /** Why this number, where it is assumed. */
    reason: prose().optional(),
  });
}

/** The requirements that an element satisfies. */
export function satisfies() {
  return z.array(reference("requirement")).default([]);
}
