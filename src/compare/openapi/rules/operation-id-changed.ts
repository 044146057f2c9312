import { declareDiagnostic } from "../../../diagnostics/declare-diagnostic.ts";
import type { ApiRule } from "../api-rule.ts";
import { subjectOf, whereOf } from "../change-place.ts";
import { asText } from "../json-node.ts";

export const operationIdChanged = declareDiagnostic<{
  readonly where: string;
  readonly was: string;
  readonly is: string;
}>({
  code: "api/operation-id-changed",
  severity: "warning",
  message: ({ where, was, is }) =>
    `the operationId of ${where} changed from ${was} to ${is}: generated clients get another method`,
  fix: ({ was }) => `keep ${was}`,
});

export const operationIdChangedRule: ApiRule = {
  operation({ base, head }, place) {
    const was = asText(base?.value["operationId"]);
    const is = asText(head?.value["operationId"]) ?? "none";
    if (was === undefined || head === undefined || was === is) return [];
    return [operationIdChanged(subjectOf(place), { where: whereOf(place), was, is })];
  },
};
