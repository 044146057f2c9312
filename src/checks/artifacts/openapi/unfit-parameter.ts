import { declareDiagnostic } from "../../../diagnostics/declare-diagnostic.ts";

/** A parameter or header that no client could send as described. */
export const unfitParameter = declareDiagnostic<{
  readonly path: string;
  readonly problem: string;
}>({
  code: "openapi/unfit-parameter",
  severity: "error",
  message: ({ path, problem }) => `${path}: ${problem}`,
  fix: "correct the parameter, or remove it",
});
