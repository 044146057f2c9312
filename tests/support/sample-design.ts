import type { z } from "zod";
import type { Design } from "../../src/design/design.ts";
import { contextDesignSchema } from "../../src/design/schema/context-design.ts";
import { DESIGN_VERSION, systemSchema } from "../../src/design/schema/system.ts";
import { accessSections } from "./sample/access.ts";
import { behaviourSections } from "./sample/behaviour.ts";
import { catalogueContext } from "./sample/catalogue.ts";
import { decisionSections } from "./sample/decisions.ts";
import { landscapeSections } from "./sample/landscape.ts";
import { lendingContext } from "./sample/lending.ts";
import { observabilitySection } from "./sample/observability.ts";
import { platformSections } from "./sample/platform.ts";
import { requirementsSections } from "./sample/requirements.ts";
import { securitySections } from "./sample/security.ts";

/** A complete Design of a public library that keeps every rule; a fresh copy at each call. */
export function sampleDesign(): Design {
  const system: z.input<typeof systemSchema> = {
    designVersion: DESIGN_VERSION,
    ...requirementsSections,
    ...landscapeSections,
    ...accessSections,
    ...behaviourSections,
    ...platformSections,
    ...observabilitySection,
    ...securitySections,
    ...decisionSections,
  };
  return {
    system: systemSchema.parse(structuredClone(system)),
    contexts: [catalogueContext, lendingContext].map((context) =>
      contextDesignSchema.parse(structuredClone(context)),
    ),
  };
}
