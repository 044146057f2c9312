import { declareDiagnostic } from "../../../diagnostics/declare-diagnostic.ts";
import type { ApiRule } from "../api-rule.ts";
import { subjectOf, whereOf } from "../change-place.ts";

export const additionalPropertiesClosed = declareDiagnostic<{ readonly where: string }>({
  code: "api/additional-properties-closed",
  severity: "error",
  message: ({ where }) => `${where} takes no other properties any more`,
  fix: "ignore what is not known instead of refusing it",
});

export const additionalPropertiesClosedRule: ApiRule = {
  schema({ base, head }, place) {
    if (place.direction === "response" || head.value["additionalProperties"] !== false) return [];
    if (base.value["additionalProperties"] === false) return [];
    // What was no object before had no other properties.
    if (base.types?.has("object") !== true) return [];
    return [additionalPropertiesClosed(subjectOf(place), { where: whereOf(place) })];
  },
};
