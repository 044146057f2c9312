import { declareDiagnostic } from "../../../diagnostics/declare-diagnostic.ts";
import type { Diagnostic } from "../../../diagnostics/diagnostic.ts";
import type { ApiRule } from "../api-rule.ts";
import type { ChangePlace } from "../change-place.ts";
import { subjectOf, whereOf } from "../change-place.ts";
import type { JsonObject } from "../json-node.ts";
import { lifecycleRule } from "../lifecycle-rule.ts";
import { sunsetOf } from "../sunset.ts";

export const newlyDeprecated = declareDiagnostic<{ readonly where: string; readonly end: string }>({
  code: "api/newly-deprecated",
  severity: "info",
  message: ({ where, end }) => `${where} is deprecated now${end}`,
});

export const newlyDeprecatedRule: ApiRule = lifecycleRule(judge);

function judge(
  base: JsonObject | undefined,
  head: JsonObject | undefined,
  place: ChangePlace,
): readonly Diagnostic[] {
  if (base === undefined || base["deprecated"] === true || head?.["deprecated"] !== true) return [];
  const sunset = sunsetOf(head);
  const end = sunset.kind === "date" ? `, and ends on ${sunset.date}` : "";
  return [newlyDeprecated(subjectOf(place), { where: whereOf(place), end })];
}
