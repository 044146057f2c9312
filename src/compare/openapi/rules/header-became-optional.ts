import { declareDiagnostic } from "../../../diagnostics/declare-diagnostic.ts";
import type { ApiRule } from "../api-rule.ts";
import { subjectOf, whereOf } from "../change-place.ts";

export const headerBecameOptional = declareDiagnostic<{ readonly where: string }>({
  code: "api/header-became-optional",
  severity: "error",
  message: ({ where }) => `the ${where} became optional: clients could count on it`,
  fix: "keep sending the header always",
});

export const headerBecameOptionalRule: ApiRule = {
  header({ base, head }, place) {
    if (base?.isRequired !== true || head === undefined || head.isRequired) return [];
    return [headerBecameOptional(subjectOf(place), { where: whereOf(place) })];
  },
};
