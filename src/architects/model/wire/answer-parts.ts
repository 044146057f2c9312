import { z } from "zod";
import { basis } from "../../../design/schema/text.ts";

/** A word or a sentence; `""` where there is nothing to say. */
export function text(): z.ZodString {
  return z.string();
}

/** Ids, or short texts; empty where there are none. */
export function texts(): z.ZodArray<z.ZodString> {
  return z.array(z.string());
}

/** A new schema of the same choices, so that nothing is shared (and no `$ref` is made). */
export function choice<const Choices extends readonly [string, ...string[]]>(
  choices: Choices,
): z.ZodEnum<{ [Choice in Choices[number]]: Choice }> {
  return z.enum(choices);
}

/** A number with where it comes from: one definition, referred to. */
export const quantity = z.object({
  value: z.number(),
  basis: choice(basis.options as ["stated", "assumed"]),
  requirement: text(),
  reason: text(),
});

/**
 * What every answer may add. An assumption says what was guessed and why (`reason`); an open
 * question what could not be decided and what the design does meanwhile (`reason`).
 */
export const guesses = {
  guesses: z.array(
    z.object({
      id: text(),
      kind: choice(["assumption", "question"]),
      text: text(),
      reason: text(),
      requirement: text(),
    }),
  ),
};
