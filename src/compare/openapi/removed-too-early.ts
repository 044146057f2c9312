import { declareDiagnostic } from "../../diagnostics/declare-diagnostic.ts";
import type { Diagnostic } from "../../diagnostics/diagnostic.ts";
import type { ChangePlace } from "./change-place.ts";
import { subjectOf, whereOf } from "./change-place.ts";
import type { JsonObject } from "./json-node.ts";
import { sunsetOf } from "./sunset.ts";

export const removedBeforeSunset = declareDiagnostic<{
  readonly where: string;
  readonly date: string;
}>({
  code: "api/removed-before-sunset",
  severity: "error",
  message: ({ where, date }) => `${where} was removed before its sunset, ${date}`,
  fix: "keep it until that date has passed",
});

/** The finding for what went although clients were promised that it stays for longer. */
export function removedTooEarly(value: JsonObject, place: ChangePlace): readonly Diagnostic[] {
  const sunset = sunsetOf(value);
  const date =
    sunset.kind === "date"
      ? sunset.date
      : sunset.kind === "invalid"
        ? `"${sunset.text}", which is no date`
        : "unknown";
  return [removedBeforeSunset(subjectOf(place), { where: whereOf(place), date })];
}
