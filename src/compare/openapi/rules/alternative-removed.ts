import { declareDiagnostic } from "../../../diagnostics/declare-diagnostic.ts";
import type { ApiRule } from "../api-rule.ts";
import { subjectOf, whereOf } from "../change-place.ts";

export const alternativeRemoved = declareDiagnostic<{
  readonly where: string;
  readonly name: string;
}>({
  code: "api/alternative-removed",
  severity: "error",
  message: ({ where, name }) => `${where}: the alternative ${name} is not taken any more`,
  fix: "go on taking it, and map it to what replaces it",
});

export const alternativeRemovedRule: ApiRule = {
  member({ base, head }, place) {
    if (base === undefined || head !== undefined || base.keyword === "allOf") return [];
    if (place.direction === "response") return [];
    return [alternativeRemoved(subjectOf(place), { where: whereOf(place), name: base.name })];
  },
};
