import { declareDiagnostic } from "../../../diagnostics/declare-diagnostic.ts";
import type { ApiRule } from "../api-rule.ts";
import { subjectOf, whereOf } from "../change-place.ts";

export const bodyBecameRequired = declareDiagnostic<{ readonly where: string }>({
  code: "api/body-became-required",
  severity: "error",
  message: ({ where }) => `the body in the ${where} is required now: requests without it fail`,
  fix: "leave it optional, with the old behaviour where it is missing",
});

export const bodyBecameRequiredRule: ApiRule = {
  body({ base, head }, place) {
    if (place.direction === "response" || head?.isRequired !== true) return [];
    if (base?.isRequired === true) return [];
    return [bodyBecameRequired(subjectOf(place), { where: whereOf(place) })];
  },
};
