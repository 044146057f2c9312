import { declareDiagnostic } from "../../../diagnostics/declare-diagnostic.ts";

/** A body where HTTP has none, or none where one is promised. */
export const unfitBody = declareDiagnostic<{
  readonly path: string;
  readonly problem: string;
}>({
  code: "openapi/unfit-body",
  severity: "error",
  message: ({ path, problem }) => `${path}: ${problem}`,
  fix: "move the values to parameters, or describe the body with a schema",
});
