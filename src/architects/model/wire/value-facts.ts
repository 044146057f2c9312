import { z } from "zod";
import type { ValueType } from "../../../design/design.ts";
import { valueFormat, valueType } from "../../../design/schema/value.ts";
import { choice, text, texts } from "./answer-parts.ts";

/** What may be said of a field's value. */
export const valueShape = {
  type: choice(valueType.options as ["uuid"]),
  format: choice(valueFormat.options as ["email"]).optional(),
  enumValues: texts(),
  minimum: z.number().optional(),
  maximum: z.number().optional(),
  maxLength: z.int().optional(),
  precision: z.int().optional(),
  scale: z.int().optional(),
  samples: texts(),
  description: text(),
};

/** A value that is not a field's: one definition, referred to. */
export const value = z.object(valueShape);

type Literal = string | number | boolean;

/** A literal of the type, from its text; the text itself where it is none. */
export function toLiteral(type: ValueType | undefined, words: string): Literal {
  const trimmed = words.trim();
  if (type === "boolean" && /^(?:true|false)$/i.test(trimmed)) {
    return trimmed.toLowerCase() === "true";
  }
  const isNumber = type === "integer" || type === "decimal" || type === "bigint";
  const number = Number(trimmed);
  // A number that a double cannot hold exactly stays a text.
  if (isNumber && trimmed !== "" && Number.isFinite(number) && String(number) === trimmed) {
    return number;
  }
  return words;
}

/** A field's or a body's value as the Design says it: literals typed, an empty list left out. */
export function toValue<
  Facts extends {
    readonly type?: string | undefined;
    readonly enumValues: readonly string[];
    readonly samples: readonly string[];
  },
>(facts: Facts) {
  const { enumValues, samples, ...rest } = facts;
  return {
    ...rest,
    samples: samples
      .filter((sample) => sample !== "")
      .map((sample) => toLiteral(facts.type as ValueType | undefined, sample)),
    ...(enumValues.length === 0 ? {} : { enumValues }),
  };
}

/** The other way round. */
export function fromValue<Facts extends { readonly samples: readonly Literal[] }>(facts: Facts) {
  return { ...facts, samples: facts.samples.map(String) };
}
