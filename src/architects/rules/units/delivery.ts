import type { UnitPart } from "../../../design/unit-part.ts";
import type { Outcome } from "../../../diagnostics/diagnostic.ts";
import type { DraftRequest } from "../../architect.ts";
import { draftDelivery } from "./draft-delivery.ts";
import { draftRisks } from "./draft-risks.ts";

/** Risks with fallback, and the work packages. */
export function draftDeliveryUnit({ accepted }: DraftRequest): Outcome<UnitPart> {
  return {
    value: {
      system: { risks: draftRisks(accepted), delivery: draftDelivery(accepted) },
      assumptions: [],
      openQuestions: [],
    },
    diagnostics: [],
  };
}
