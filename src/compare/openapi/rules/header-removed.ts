import { declareDiagnostic } from "../../../diagnostics/declare-diagnostic.ts";
import type { ApiRule } from "../api-rule.ts";
import { subjectOf, whereOf } from "../change-place.ts";

export const headerRemoved = declareDiagnostic<{
  readonly where: string;
  readonly wasRequired: boolean;
}>({
  code: "api/header-removed",
  severity: "error",
  message: ({ where, wasRequired }) =>
    `the ${where} was removed${wasRequired ? ": clients could count on it" : ""}`,
  fix: "keep sending the header",
});

export const headerRemovedRule: ApiRule = {
  header({ base, head }, place) {
    if (base === undefined || head !== undefined) return [];
    const wasRequired = base.isRequired;
    const severity = wasRequired ? "error" : "warning";
    const args = { where: whereOf(place), wasRequired };
    return [headerRemoved(subjectOf(place), args, { severity })];
  },
};
