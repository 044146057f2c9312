import { declareDiagnostic } from "../../../diagnostics/declare-diagnostic.ts";
import type { ApiRule } from "../api-rule.ts";
import { subjectOf, whereOf } from "../change-place.ts";

export const responseRemoved = declareDiagnostic<{ readonly where: string }>({
  code: "api/response-removed",
  severity: "error",
  message: ({ where }) => `the ${where} was removed`,
  fix: "keep answering with the status that clients know as success",
});

export const responseAdded = declareDiagnostic<{ readonly where: string }>({
  code: "api/response-added",
  severity: "info",
  message: ({ where }) => `the ${where} is new`,
});

export const responseRemovedRule: ApiRule = {
  response({ base, head }, place) {
    const [subject, where] = [subjectOf(place), whereOf(place)];
    if (base === undefined) return [responseAdded(subject, { where })];
    if (head !== undefined) return [];
    // A failure that does not happen any more hurts nobody.
    const severity = base.status.startsWith("2") ? "error" : "info";
    return [responseRemoved(subject, { where }, { severity })];
  },
};
