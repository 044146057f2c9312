import { declareDiagnostic } from "../../../diagnostics/declare-diagnostic.ts";
import type { ApiRule } from "../api-rule.ts";
import { subjectOf, whereOf } from "../change-place.ts";

export const bodyRemoved = declareDiagnostic<{ readonly where: string }>({
  code: "api/body-removed",
  severity: "error",
  message: ({ where }) => `the body in the ${where} was removed: what clients send is lost`,
  fix: "keep the body, or make an operation of its own for what needs none",
});

export const bodyRemovedRule: ApiRule = {
  body({ base, head }, place) {
    if (base === undefined || head !== undefined) return [];
    return [bodyRemoved(subjectOf(place), { where: whereOf(place) })];
  },
};
