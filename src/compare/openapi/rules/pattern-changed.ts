import { declareDiagnostic } from "../../../diagnostics/declare-diagnostic.ts";
import type { ApiRule } from "../api-rule.ts";
import { subjectOf, whereOf } from "../change-place.ts";
import { asText } from "../json-node.ts";

export const patternAdded = declareDiagnostic<{ readonly where: string; readonly is: string }>({
  code: "api/pattern-added",
  severity: "error",
  message: ({ where, is }) => `${where} has to match ${is} now, and took any text before`,
  fix: "go on taking other texts",
});

export const patternChanged = declareDiagnostic<{
  readonly where: string;
  readonly was: string;
  readonly is: string;
}>({
  code: "api/pattern-changed",
  severity: "warning",
  message: ({ where, was, is }) =>
    `the pattern of ${where} was ${was} and is ${is}: whether it takes less cannot be told`,
  fix: "make sure that every text that matched before still does",
});

export const patternChangedRule: ApiRule = {
  schema({ base, head }, place) {
    const [was, is] = [asText(base.value["pattern"]), asText(head.value["pattern"])];
    if (place.direction === "response" || is === undefined || was === is) return [];
    // What matches anything restricts nothing.
    if (/^\^?(?:\.\*|\(\?:\.\*\))\$?$/.test(is)) return [];
    const [subject, where] = [subjectOf(place), whereOf(place)];
    if (was === undefined) return [patternAdded(subject, { where, is })];
    return [patternChanged(subject, { where, was, is })];
  },
};
