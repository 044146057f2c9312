import { declareDiagnostic } from "../../../diagnostics/declare-diagnostic.ts";
import type { ApiRule, OperationView } from "../api-rule.ts";
import { subjectOf, whereOf } from "../change-place.ts";

export const securityTightened = declareDiagnostic<{
  readonly where: string;
  readonly was: string;
  readonly is: string;
}>({
  code: "api/security-tightened",
  severity: "error",
  message: ({ where, was, is }) =>
    `${where} accepted ${was} and now demands ${is}: callers that were let in are refused`,
  fix: "accept what clients have as an alternative, and announce when that ends",
});

export const securityLoosened = declareDiagnostic<{
  readonly where: string;
  readonly was: string;
  readonly is: string;
}>({
  code: "api/security-loosened",
  severity: "info",
  message: ({ where, was, is }) => `${where} demanded ${was} and now accepts ${is}`,
});

type Alternatives = OperationView["security"];

export const securityTightenedRule: ApiRule = {
  operation({ base, head }, place) {
    if (base === undefined || head === undefined) return [];
    const args = { where: whereOf(place), was: say(base.security), is: say(head.security) };
    const isLeftOut = !isCovered(base.security, head.security);
    if (isLeftOut) return [securityTightened(subjectOf(place), args)];
    const isWider = !isCovered(head.security, base.security);
    return isWider ? [securityLoosened(subjectOf(place), args)] : [];
  },
};

/** Whether every caller whom `from` lets in is let in by `to`. */
function isCovered(from: Alternatives, to: Alternatives): boolean {
  return open(from).every((held) =>
    open(to).some((needed) => [...needed].every((one) => held.has(one))),
  );
}

/** No requirement at all is one that everybody meets. */
function open(alternatives: Alternatives): Alternatives {
  return alternatives.length === 0 ? [new Set()] : alternatives;
}

function say(alternatives: Alternatives): string {
  const words = open(alternatives).map((one) => [...one].sort().join(" + ") || "everybody");
  return words.join(" or ");
}
