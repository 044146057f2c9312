import { declareDiagnostic } from "../../../diagnostics/declare-diagnostic.ts";

/** An error is no problem document, or says another status. */
export const unfitProblem = declareDiagnostic<{
  readonly path: string;
  readonly problem: string;
}>({
  code: "openapi/unfit-problem",
  severity: "error",
  message: ({ path, problem }) => `${path}: ${problem}`,
  fix: "answer errors as application/problem+json with the status of the answer",
});
