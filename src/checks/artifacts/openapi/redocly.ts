import { declareDiagnostic } from "../../../diagnostics/declare-diagnostic.ts";

/** A rule of Redocly's strict set is broken. */
export const redocly = declareDiagnostic<{
  readonly path: string;
  readonly rule: string;
  readonly problem: string;
}>({
  code: "openapi/redocly",
  severity: "error",
  message: ({ path, rule, problem }) => `${path} breaks Redocly's rule ${rule}: ${problem}`,
});
