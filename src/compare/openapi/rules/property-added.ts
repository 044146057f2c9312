import { declareDiagnostic } from "../../../diagnostics/declare-diagnostic.ts";
import type { ApiRule } from "../api-rule.ts";
import { subjectOf, whereOf } from "../change-place.ts";

export const requiredPropertyAdded = declareDiagnostic<{ readonly where: string }>({
  code: "api/required-property-added",
  severity: "error",
  message: ({ where }) => `${where} is new and required: no client sends it yet`,
  fix: "make it optional, with the old behaviour where it is missing",
});

export const propertyAdded = declareDiagnostic<{ readonly where: string }>({
  code: "api/property-added",
  severity: "info",
  message: ({ where }) => `${where} is new`,
});

export const propertyAddedRule: ApiRule = {
  property({ base, head }, place) {
    if (base !== undefined || head === undefined) return [];
    const isSent = place.direction === "request" && head.schema.value["readOnly"] !== true;
    const report = isSent && head.isRequired ? requiredPropertyAdded : propertyAdded;
    return [report(subjectOf(place), { where: whereOf(place) })];
  },
};
