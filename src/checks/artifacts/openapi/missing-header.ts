import { declareDiagnostic } from "../../../diagnostics/declare-diagnostic.ts";

/** An answer lacks the header that says the other half. */
export const missingHeader = declareDiagnostic<{
  readonly path: string;
  readonly problem: string;
}>({
  code: "openapi/missing-header",
  severity: "error",
  message: ({ path, problem }) => `${path}: ${problem}`,
  fix: "add the header to the answer",
});
