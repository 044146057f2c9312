import { declareDiagnostic } from "../../../diagnostics/declare-diagnostic.ts";
import type { ApiRule } from "../api-rule.ts";
import { subjectOf, whereOf } from "../change-place.ts";

export const parameterBecameRequired = declareDiagnostic<{ readonly where: string }>({
  code: "api/parameter-became-required",
  severity: "error",
  message: ({ where }) => `the ${where} became required: requests without it fail`,
  fix: "leave it optional, with the old behaviour where it is missing",
});

export const parameterBecameRequiredRule: ApiRule = {
  parameter({ base, head }, place) {
    if (base === undefined || head === undefined || base.isRequired || !head.isRequired) return [];
    return [parameterBecameRequired(subjectOf(place), { where: whereOf(place) })];
  },
};
