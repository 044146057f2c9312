import { declareDiagnostic } from "../../../diagnostics/declare-diagnostic.ts";
import type { Diagnostic } from "../../../diagnostics/diagnostic.ts";
import type { ApiRule } from "../api-rule.ts";
import type { ChangePlace } from "../change-place.ts";
import { subjectOf, whereOf } from "../change-place.ts";
import type { JsonObject } from "../json-node.ts";
import { lifecycleRule } from "../lifecycle-rule.ts";
import { sunsetOf } from "../sunset.ts";

export const sunsetShortened = declareDiagnostic<{
  readonly where: string;
  readonly was: string;
  readonly is: string;
}>({
  code: "api/sunset-shortened",
  severity: "error",
  message: ({ where, was, is }) =>
    `the sunset of ${where} was ${was} and is ${is}: clients were promised more`,
  fix: ({ was }) => `keep ${was}, or a later date`,
});

export const invalidSunset = declareDiagnostic<{ readonly where: string; readonly text: string }>({
  code: "api/invalid-sunset",
  severity: "error",
  message: ({ where, text }) => `the sunset of ${where} is no date: "${text}"`,
  fix: "write it as 2027-03-31 (RFC 3339)",
});

export const sunsetShortenedRule: ApiRule = lifecycleRule(judge);

function judge(
  base: JsonObject | undefined,
  head: JsonObject | undefined,
  place: ChangePlace,
): readonly Diagnostic[] {
  if (head === undefined) return [];
  const [was, is] = [sunsetOf(base), sunsetOf(head)];
  const [subject, where] = [subjectOf(place), whereOf(place)];
  for (const side of [is, was]) {
    if (side.kind !== "invalid") continue;
    // What both documents say wrongly is no change.
    if (was.kind === "invalid" && is.kind === "invalid" && was.text === is.text) return [];
    return [invalidSunset(subject, { where, text: side.text })];
  }
  if (was.kind !== "date" || head["deprecated"] !== true) return [];
  const args = { where, was: was.date };
  if (is.kind === "none") return [sunsetShortened(subject, { ...args, is: "not stated any more" })];
  return is.kind === "date" && is.date < was.date
    ? [sunsetShortened(subject, { ...args, is: is.date })]
    : [];
}
