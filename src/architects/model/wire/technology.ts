import { z } from "zod";
import { choice, guesses, text, texts } from "./answer-parts.ts";
import type { WireUnit } from "./wire-unit.ts";

const alternative = z.object({ name: text(), reason: text() });

const schema = z.object({
  technology: z.array(
    z.object({
      id: text(),
      name: text(),
      choice: text(),
      reason: text(),
      alternatives: z.array(alternative),
      tradeOffs: text(),
      reqs: texts(),
    }),
  ),
  decisions: z.array(
    z.object({
      id: text(),
      name: text(),
      status: choice(["proposed", "accepted", "superseded"]),
      context: text(),
      options: z.array(alternative),
      outcome: text(),
      consequences: texts(),
      reqs: texts(),
    }),
  ),
  ...guesses,
});

/** Choices with their alternatives, and decision records. */
export const technologyWire: WireUnit = {
  kind: "technology",
  schema,
  toSections(answer) {
    const { technology, decisions } = answer as z.infer<typeof schema>;
    return { system: { technology, decisions } };
  },
  fromSections: (sections) => sections,
};
