import { declareDiagnostic } from "../../../diagnostics/declare-diagnostic.ts";
import type { ApiRule } from "../api-rule.ts";
import { subjectOf, whereOf } from "../change-place.ts";

export const propertyBecameRequired = declareDiagnostic<{ readonly where: string }>({
  code: "api/property-became-required",
  severity: "error",
  message: ({ where }) => `${where} became required: requests without it fail`,
  fix: "leave it optional, with the old behaviour where it is missing",
});

export const propertyBecameRequiredRule: ApiRule = {
  property({ base, head }, place) {
    if (place.direction === "response" || base === undefined || head === undefined) return [];
    if (base.isRequired || !head.isRequired || head.schema.value["readOnly"] === true) return [];
    return [propertyBecameRequired(subjectOf(place), { where: whereOf(place) })];
  },
};
