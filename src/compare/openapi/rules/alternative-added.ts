import { declareDiagnostic } from "../../../diagnostics/declare-diagnostic.ts";
import type { ApiRule } from "../api-rule.ts";
import { subjectOf, whereOf } from "../change-place.ts";

export const alternativeAdded = declareDiagnostic<{
  readonly where: string;
  readonly name: string;
}>({
  code: "api/alternative-added",
  severity: "error",
  message: ({ where, name }) => `${where}: clients know no alternative ${name}`,
  fix: "answer with it only to clients that asked for it",
});

export const alternativeAddedRule: ApiRule = {
  member({ base, head }, place) {
    if (base !== undefined || head === undefined || head.keyword === "allOf") return [];
    if (place.direction === "request") return [];
    // What fits anyOf may fit the alternatives that clients know as well.
    const severity = head.keyword === "oneOf" ? "error" : "warning";
    const args = { where: whereOf(place), name: head.name };
    return [alternativeAdded(subjectOf(place), args, { severity })];
  },
};
