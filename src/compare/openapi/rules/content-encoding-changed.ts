import { declareDiagnostic } from "../../../diagnostics/declare-diagnostic.ts";
import type { ApiRule } from "../api-rule.ts";
import { subjectOf, whereOf } from "../change-place.ts";
import { asText } from "../json-node.ts";

export const contentEncodingChanged = declareDiagnostic<{
  readonly where: string;
  readonly keyword: string;
  readonly was: string;
  readonly is: string;
}>({
  code: "api/content-encoding-changed",
  severity: "error",
  message: ({ where, keyword, was, is }) =>
    `${keyword} of ${where} was ${was} and is ${is}: the other side cannot decode it`,
  fix: ({ was }) => `keep ${was}`,
});

export const contentEncodingChangedRule: ApiRule = {
  schema({ base, head }, place) {
    return (["contentMediaType", "contentEncoding"] as const).flatMap((keyword) => {
      const was = asText(base.value[keyword]) ?? "none";
      const is = asText(head.value[keyword]) ?? "none";
      if (was === is) return [];
      const args = { where: whereOf(place), keyword, was, is };
      return [contentEncodingChanged(subjectOf(place, keyword), args)];
    });
  },
};
