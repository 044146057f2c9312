import { z } from "zod";
import { choice, guesses, text, texts } from "./answer-parts.ts";
import type { WireUnit } from "./wire-unit.ts";

const schema = z.object({
  risks: z.array(
    z.object({
      id: text(),
      name: text(),
      likelihood: choice(["low", "medium", "high"]),
      impact: choice(["low", "medium", "high"]),
      mitigation: text(),
      fallback: text(),
      reqs: texts(),
    }),
  ),
  delivery: z.object({
    workPackages: z.array(
      z.object({
        id: text(),
        name: text(),
        specialist: text(),
        goal: text(),
        contexts: texts(),
        dependsOn: texts(),
        successCriteria: texts(),
        integrationPoints: texts(),
        reqs: texts(),
      }),
    ),
    successMetrics: z.array(z.object({ id: text(), name: text(), target: text() })),
  }),
  ...guesses,
});

/** What can go wrong, and who builds what in which order. */
export const deliveryWire: WireUnit = {
  kind: "delivery",
  schema,
  toSections(answer) {
    const { risks, delivery } = answer as z.infer<typeof schema>;
    return { system: { risks, delivery } };
  },
  fromSections: (sections) => sections,
};
