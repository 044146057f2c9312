import { declareDiagnostic } from "../../../diagnostics/declare-diagnostic.ts";

/** A rule of Spectral's OpenAPI set is broken. */
export const spectral = declareDiagnostic<{
  readonly path: string;
  readonly rule: string;
  readonly problem: string;
}>({
  code: "openapi/spectral",
  severity: "error",
  message: ({ path, rule, problem }) => `${path} breaks Spectral's rule ${rule}: ${problem}`,
});
