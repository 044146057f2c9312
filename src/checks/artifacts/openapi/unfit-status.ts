import { declareDiagnostic } from "../../../diagnostics/declare-diagnostic.ts";

/** A status of success that the method does not have. */
export const unfitStatus = declareDiagnostic<{
  readonly path: string;
  readonly problem: string;
}>({
  code: "openapi/unfit-status",
  severity: "error",
  message: ({ path, problem }) => `${path}: ${problem}`,
  fix: "answer 200 to GET, 201 where something was made, 202 for later, 204 without content",
});
