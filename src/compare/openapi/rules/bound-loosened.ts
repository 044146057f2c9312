import { declareDiagnostic } from "../../../diagnostics/declare-diagnostic.ts";
import type { ApiRule } from "../api-rule.ts";
import { boundsOf, reachOf } from "../bounds-of.ts";
import { subjectOf, whereOf } from "../change-place.ts";

export const boundLoosened = declareDiagnostic<{
  readonly where: string;
  readonly keyword: string;
  readonly was: string;
  readonly is: string;
}>({
  code: "api/bound-loosened",
  severity: "error",
  message: ({ where, keyword, was, is }) =>
    `${keyword} of ${where} was ${was} and is ${is}: clients get values that they never had to hold`,
  fix: ({ was }) => `keep ${was}`,
});

export const boundLoosenedRule: ApiRule = {
  schema({ base, head }, place) {
    if (place.direction === "request") return [];
    const after = boundsOf(head);
    return [...boundsOf(base).values()].flatMap((bound) => {
      const { keyword } = bound;
      const is = after.get(keyword) ?? after.get(partnerOf(keyword));
      if (is !== undefined && reachOf(is) <= reachOf(bound)) return [];
      const args = { where: whereOf(place), keyword, was: String(bound.value) };
      const now = is === undefined ? "not bounded" : String(is.value);
      return [boundLoosened(subjectOf(place, keyword), { ...args, is: now })];
    });
  },
};

/** An exclusive bound at the same number holds what the plain one holds. */
function partnerOf(keyword: string): string {
  if (keyword === "maximum") return "exclusiveMaximum";
  return keyword === "minimum" ? "exclusiveMinimum" : "";
}
