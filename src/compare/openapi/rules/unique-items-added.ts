import { declareDiagnostic } from "../../../diagnostics/declare-diagnostic.ts";
import type { ApiRule } from "../api-rule.ts";
import { subjectOf, whereOf } from "../change-place.ts";

export const uniqueItemsAdded = declareDiagnostic<{ readonly where: string }>({
  code: "api/unique-items-added",
  severity: "error",
  message: ({ where }) => `${where} takes no item twice any more`,
  fix: "take what is there twice as if it were there once",
});

export const uniqueItemsAddedRule: ApiRule = {
  schema({ base, head }, place) {
    if (place.direction === "response") return [];
    if (base.value["uniqueItems"] === true || head.value["uniqueItems"] !== true) return [];
    return [uniqueItemsAdded(subjectOf(place), { where: whereOf(place) })];
  },
};
