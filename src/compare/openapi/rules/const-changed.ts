import { declareDiagnostic } from "../../../diagnostics/declare-diagnostic.ts";
import { isDeepEqual } from "../../../util/is-deep-equal.ts";
import type { ApiRule } from "../api-rule.ts";
import { subjectOf, whereOf } from "../change-place.ts";

export const constChanged = declareDiagnostic<{
  readonly where: string;
  readonly was: string;
  readonly is: string;
}>({
  code: "api/const-changed",
  severity: "error",
  message: ({ where, was, is }) => `the value of ${where} was fixed to ${was} and is ${is}`,
  fix: ({ was }) => `keep ${was}`,
});

export const constChangedRule: ApiRule = {
  schema({ base, head }, place) {
    const [was, is] = [base.value["const"], head.value["const"]];
    if (isDeepEqual(was, is)) return [];
    // To take anything is wider; to answer one thing is narrower.
    if ((place.direction === "request" ? is : was) === undefined) return [];
    const args = { where: whereOf(place), was: say(was), is: say(is) };
    return [constChanged(subjectOf(place), args)];
  },
};

function say(value: unknown): string {
  return value === undefined ? "nothing" : JSON.stringify(value);
}
