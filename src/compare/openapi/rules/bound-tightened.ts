import { declareDiagnostic } from "../../../diagnostics/declare-diagnostic.ts";
import type { ApiRule } from "../api-rule.ts";
import { boundsOf, reachOf } from "../bounds-of.ts";
import { subjectOf, whereOf } from "../change-place.ts";

export const boundTightened = declareDiagnostic<{
  readonly where: string;
  readonly keyword: string;
  readonly was: string;
  readonly is: string;
}>({
  code: "api/bound-tightened",
  severity: "error",
  message: ({ where, keyword, was, is }) =>
    `${keyword} of ${where} was ${was} and is ${is}: values that were taken are refused`,
  fix: "go on taking what was allowed before",
});

export const boundAdded = declareDiagnostic<{
  readonly where: string;
  readonly keyword: string;
  readonly is: string;
}>({
  code: "api/bound-added",
  severity: "warning",
  message: ({ where, keyword, is }) =>
    `${where} has ${keyword} ${is} now, and had none: values that were taken may be refused`,
  fix: "make sure that the service never took other values; else keep it unbounded",
});

export const boundTightenedRule: ApiRule = {
  schema({ base, head }, place) {
    if (place.direction === "response") return [];
    const before = boundsOf(base);
    const where = whereOf(place);
    const bounds = [...boundsOf(head).values()].flatMap((bound) => {
      const { keyword } = bound;
      const was = before.get(keyword);
      const [subject, is] = [subjectOf(place, keyword), String(bound.value)];
      if (was !== undefined) {
        const isTighter = reachOf(bound) < reachOf(was);
        return isTighter
          ? [boundTightened(subject, { where, keyword, was: String(was.value), is })]
          : [];
      }
      return [boundAdded(subject, { where, keyword, is })];
    });
    return [...bounds, ...findSteps()];

    function findSteps() {
      const [was, is] = [base.value["multipleOf"], head.value["multipleOf"]];
      if (typeof is !== "number" || was === is) return [];
      // Every multiple of 10 is one of 5.
      if (typeof was === "number" && Number.isInteger(was / is)) return [];
      const args = {
        where,
        keyword: "multipleOf",
        was: JSON.stringify(was) ?? "none",
        is: String(is),
      };
      return [boundTightened(subjectOf(place, "multipleOf"), args)];
    }
  },
};
