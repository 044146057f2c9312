import { declareDiagnostic } from "../../../diagnostics/declare-diagnostic.ts";
import type { ApiRule } from "../api-rule.ts";
import { subjectOf, whereOf } from "../change-place.ts";

export const operationAdded = declareDiagnostic<{ readonly where: string }>({
  code: "api/operation-added",
  severity: "info",
  message: ({ where }) => `${where} is new`,
});

export const operationAddedRule: ApiRule = {
  operation({ base, head }, place) {
    if (base !== undefined || head === undefined) return [];
    return [operationAdded(subjectOf(place), { where: whereOf(place) })];
  },
};
