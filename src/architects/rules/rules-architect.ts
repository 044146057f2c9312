import type { UnitPart } from "../../design/unit-part.ts";
import type { UnitKind } from "../../design/units.ts";
import type { Outcome } from "../../diagnostics/diagnostic.ts";
import type { Architect, DraftRequest } from "../architect.ts";
import { adoptReferences } from "./adopt-references.ts";
import { reuseIds } from "./reuse-ids.ts";
import { draftAccessUnit } from "./units/access.ts";
import { draftApiUnit } from "./units/api.ts";
import { draftBehaviourUnit } from "./units/behaviour.ts";
import { draftDataUnit } from "./units/data.ts";
import { draftDeliveryUnit } from "./units/delivery.ts";
import { draftLandscapeUnit } from "./units/landscape.ts";
import { draftObservabilityUnit } from "./units/observability.ts";
import { draftPlatformUnit } from "./units/platform.ts";
import { draftRequirementsUnit } from "./units/requirements.ts";
import { draftReviewsUnit } from "./units/reviews.ts";
import { draftSecurityUnit } from "./units/security.ts";
import { draftTechnologyUnit } from "./units/technology.ts";

const DRAFTS: Readonly<Record<UnitKind, (request: DraftRequest) => Outcome<UnitPart>>> = {
  requirements: draftRequirementsUnit,
  landscape: draftLandscapeUnit,
  access: draftAccessUnit,
  data: draftDataUnit,
  api: draftApiUnit,
  behaviour: draftBehaviourUnit,
  platform: draftPlatformUnit,
  observability: draftObservabilityUnit,
  security: draftSecurityUnit,
  technology: draftTechnologyUnit,
  delivery: draftDeliveryUnit,
  reviews: draftReviewsUnit,
};

/**
 * The embedded architect: deterministic, without key or network. It composes each unit from what
 * was read and from a catalogue of backend patterns, given what is accepted, with its ids.
 */
export function createRulesArchitect(): Architect {
  return {
    name: "rules",
    rounds: 1,
    async draft(request) {
      const { unit, accepted, base } = request;
      const { value, diagnostics } = DRAFTS[unit.kind](request);
      if (value === undefined) return { diagnostics };
      const named = base === undefined ? value : reuseIds(unit, value, accepted, base);
      return { value: adoptReferences(unit, named, accepted), diagnostics };
    },
  };
}
