import { declareDiagnostic } from "../../../diagnostics/declare-diagnostic.ts";
import type { ApiRule } from "../api-rule.ts";
import { subjectOf, whereOf } from "../change-place.ts";

export const requiredParameterAdded = declareDiagnostic<{ readonly where: string }>({
  code: "api/required-parameter-added",
  severity: "error",
  message: ({ where }) => `the ${where} is new and required: no client sends it yet`,
  fix: "make it optional, with the old behaviour where it is missing",
});

export const parameterAdded = declareDiagnostic<{ readonly where: string }>({
  code: "api/parameter-added",
  severity: "info",
  message: ({ where }) => `the ${where} is new and optional`,
});

export const parameterAddedRule: ApiRule = {
  parameter({ base, head }, place) {
    if (base !== undefined || head === undefined) return [];
    const report = head.isRequired ? requiredParameterAdded : parameterAdded;
    return [report(subjectOf(place), { where: whereOf(place) })];
  },
};
