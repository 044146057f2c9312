import { declareDiagnostic } from "../../../diagnostics/declare-diagnostic.ts";
import { isDeepEqual } from "../../../util/is-deep-equal.ts";
import type { ApiRule } from "../api-rule.ts";
import { subjectOf, whereOf } from "../change-place.ts";

export const parameterDefaultChanged = declareDiagnostic<{
  readonly where: string;
  readonly was: string;
  readonly is: string;
}>({
  code: "api/parameter-default-changed",
  severity: "error",
  message: ({ where, was, is }) =>
    `the default of the ${where} was ${was} and is ${is}: requests that leave it out mean something else`,
  fix: ({ was }) => `keep ${was}`,
});

export const parameterDefaultChangedRule: ApiRule = {
  parameter({ base, head }, place) {
    // Who has to say it never gets the default.
    if (base === undefined || head === undefined || base.isRequired || head.isRequired) return [];
    const [was, is] = [base.schema.value["default"], head.schema.value["default"]];
    if (isDeepEqual(was, is)) return [];
    const args = { where: whereOf(place), was: say(was), is: say(is) };
    return [parameterDefaultChanged(subjectOf(place), args)];
  },
};

function say(value: unknown): string {
  return value === undefined ? "none" : JSON.stringify(value);
}
