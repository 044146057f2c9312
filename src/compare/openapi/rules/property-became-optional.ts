import { declareDiagnostic } from "../../../diagnostics/declare-diagnostic.ts";
import type { ApiRule } from "../api-rule.ts";
import { subjectOf, whereOf } from "../change-place.ts";

export const propertyBecameOptional = declareDiagnostic<{ readonly where: string }>({
  code: "api/property-became-optional",
  severity: "error",
  message: ({ where }) => `${where} became optional: clients could count on it`,
  fix: "keep sending it always",
});

export const propertyBecameOptionalRule: ApiRule = {
  property({ base, head }, place) {
    if (place.direction === "request" || base === undefined || head === undefined) return [];
    if (!base.isRequired || head.isRequired || base.schema.value["writeOnly"] === true) return [];
    return [propertyBecameOptional(subjectOf(place), { where: whereOf(place) })];
  },
};
