import { declareDiagnostic } from "../../../diagnostics/declare-diagnostic.ts";
import type { ApiRule } from "../api-rule.ts";
import { subjectOf, whereOf } from "../change-place.ts";
import { removedTooEarly } from "../removed-too-early.ts";
import { farewellOf } from "../sunset.ts";

export const parameterRemoved = declareDiagnostic<{ readonly where: string }>({
  code: "api/parameter-removed",
  severity: "warning",
  message: ({ where }) =>
    `the ${where} was removed: what clients send in it is ignored, or refused`,
  fix: "keep it, mark it deprecated with a sunset date, and remove it when that date has passed",
});

export const parameterRemovedRule: ApiRule = {
  parameter({ base, head }, place, { today }) {
    if (base === undefined || head !== undefined) return [];
    const farewell = farewellOf(base.value, today);
    if (farewell === "too-early") return removedTooEarly(base.value, place);
    const severity = farewell === "announced" ? "info" : "warning";
    return [parameterRemoved(subjectOf(place), { where: whereOf(place) }, { severity })];
  },
};
