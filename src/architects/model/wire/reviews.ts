import { z } from "zod";
import { guesses, text } from "./answer-parts.ts";
import type { WireUnit } from "./wire-unit.ts";

const schema = z.object({
  reviews: z.array(
    z.object({
      id: text(),
      name: text(),
      reviewer: text(),
      summary: text(),
      findings: z.array(z.object({ subject: text(), text: text() })),
    }),
  ),
  ...guesses,
});

/** What experts say about the finished design. */
export const reviewsWire: WireUnit = {
  kind: "reviews",
  schema,
  toSections(answer) {
    const { reviews } = answer as z.infer<typeof schema>;
    return { system: { reviews } };
  },
  fromSections: (sections) => sections,
};
