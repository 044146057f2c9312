import { declareDiagnostic } from "../../../diagnostics/declare-diagnostic.ts";
import type { ApiRule } from "../api-rule.ts";
import { subjectOf, whereOf } from "../change-place.ts";
import { farewellOf } from "../sunset.ts";
import { stabilityOf } from "../stability-of.ts";
import { removedTooEarly } from "../removed-too-early.ts";

export const operationRemoved = declareDiagnostic<{
  readonly where: string;
  readonly wasDeprecated: boolean;
}>({
  code: "api/operation-removed",
  severity: "error",
  message: ({ where, wasDeprecated }) =>
    `${where} was removed${wasDeprecated ? ", as its deprecation announced" : " without having been deprecated"}`,
  fix: "keep it, mark it deprecated with a sunset date, and remove it when that date has passed",
});

export const operationRemovedRule: ApiRule = {
  operation({ base, head }, place, { today }) {
    if (base === undefined || head !== undefined) return [];
    const where = whereOf(place);
    const farewell = farewellOf(base.value, today);
    if (farewell === "too-early") return removedTooEarly(base.value, place);
    const level = stabilityOf(base.value);
    const wasDeprecated = farewell === "announced";
    const isFree = wasDeprecated || level === "draft" || level === "alpha";
    const severity = isFree ? "info" : "error";
    return [operationRemoved(subjectOf(place), { where, wasDeprecated }, { severity })];
  },
};
