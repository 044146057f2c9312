import { z } from "zod";
import { threatCategory } from "../../../design/schema/security-sections.ts";
import { choice, guesses, text, texts } from "./answer-parts.ts";
import type { WireUnit } from "./wire-unit.ts";

const schema = z.object({
  security: z.object({
    dataClasses: z.array(
      z.object({
        id: text(),
        level: choice(["public", "internal", "personal", "sensitive", "secret"]),
        handling: text(),
      }),
    ),
    controls: z.array(z.object({ id: text(), name: text(), description: text(), reqs: texts() })),
    threats: z.array(
      z.object({
        id: text(),
        name: text(),
        category: choice(threatCategory.options as ["spoofing"]),
        component: text(),
        description: text(),
        controls: texts(),
      }),
    ),
    compliance: z.array(
      z.object({
        id: text(),
        name: text(),
        applies: text(),
        measures: texts(),
        reqs: texts(),
      }),
    ),
  }),
  governance: z.object({
    pipelines: z.array(
      z.object({
        id: text(),
        name: text(),
        kind: choice(["batch", "stream", "change-data-capture"]),
        source: text(),
        sink: text(),
        description: text(),
        windowSeconds: z.int().optional(),
        latenessSeconds: z.int().optional(),
        reqs: texts(),
      }),
    ),
    retention: z.array(
      z.object({
        id: text(),
        name: text(),
        entities: texts(),
        days: z.int(),
        action: choice(["delete", "anonymise", "archive"]),
        reason: text(),
        reqs: texts(),
      }),
    ),
  }),
  ...guesses,
});

/** Threats and controls; where data goes and how long it stays. */
export const securityWire: WireUnit = {
  kind: "security",
  schema,
  toSections(answer) {
    const { security, governance } = answer as z.infer<typeof schema>;
    return { system: { security, governance } };
  },
  fromSections: (sections) => sections,
};
