import { declareDiagnostic } from "../../../diagnostics/declare-diagnostic.ts";
import type { ApiRule } from "../api-rule.ts";
import { subjectOf, whereOf } from "../change-place.ts";

export const accessChanged = declareDiagnostic<{ readonly where: string; readonly is: string }>({
  code: "api/access-changed",
  severity: "warning",
  message: ({ where, is }) => `${where} is ${is} now`,
  fix: "take what clients send as before, and answer with what they read",
});

export const accessChangedRule: ApiRule = {
  property({ base, head }, place) {
    if (base === undefined || head === undefined) return [];
    const mark = place.direction === "request" ? "readOnly" : "writeOnly";
    if (base.schema.value[mark] === true || head.schema.value[mark] !== true) return [];
    const is = mark === "readOnly" ? "read-only: what is sent is ignored" : "not answered";
    return [accessChanged(subjectOf(place, mark), { where: whereOf(place), is })];
  },
};
