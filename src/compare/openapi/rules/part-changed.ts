import { declareDiagnostic } from "../../../diagnostics/declare-diagnostic.ts";
import type { ApiRule } from "../api-rule.ts";
import { subjectOf, whereOf } from "../change-place.ts";
import { saysNothingBut } from "../schema-view.ts";

export const partAdded = declareDiagnostic<{ readonly where: string; readonly name: string }>({
  code: "api/part-added",
  severity: "error",
  message: ({ where, name }) => `${where}: what is sent has to keep ${name} as well`,
  fix: "go on taking what was allowed before",
});

export const partRemoved = declareDiagnostic<{ readonly where: string; readonly name: string }>({
  code: "api/part-removed",
  severity: "warning",
  message: ({ where, name }) => `${where}: ${name} is no part of it any more`,
  fix: "keep the properties that the part brought",
});

export const partChangedRule: ApiRule = {
  member({ base, head }, place) {
    const member = head ?? base;
    if (member?.keyword !== "allOf" || saysNothingBut(member.schema.value)) return [];
    const args = { where: whereOf(place), name: member.name };
    if (base !== undefined) return [partRemoved(subjectOf(place), args)];
    return place.direction === "request" ? [partAdded(subjectOf(place), args)] : [];
  },
};
