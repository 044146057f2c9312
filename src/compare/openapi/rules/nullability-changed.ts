import { declareDiagnostic } from "../../../diagnostics/declare-diagnostic.ts";
import type { ApiRule } from "../api-rule.ts";
import { subjectOf, whereOf } from "../change-place.ts";

export const becameNotNullable = declareDiagnostic<{ readonly where: string }>({
  code: "api/became-not-nullable",
  severity: "error",
  message: ({ where }) => `${where} takes no null any more`,
  fix: "take null, and treat it as before",
});

export const becameNullable = declareDiagnostic<{ readonly where: string }>({
  code: "api/became-nullable",
  severity: "error",
  message: ({ where }) => `${where} may be null now: clients count on a value`,
  fix: "leave the property out, or send an empty value",
});

export const nullabilityChangedRule: ApiRule = {
  schema({ base, head }, place) {
    if (base.isNullable === head.isNullable) return [];
    const isRequest = place.direction === "request";
    if (isRequest === head.isNullable) return [];
    const report = isRequest ? becameNotNullable : becameNullable;
    return [report(subjectOf(place), { where: whereOf(place) })];
  },
};
