import { declareDiagnostic } from "../../../diagnostics/declare-diagnostic.ts";

/** An operation does not name an error that it can answer. */
export const missingError = declareDiagnostic<{
  readonly path: string;
  readonly problem: string;
}>({
  code: "openapi/missing-error",
  severity: "error",
  message: ({ path, problem }) => `${path}: ${problem}`,
  fix: "refer to the problem response of this status",
});
