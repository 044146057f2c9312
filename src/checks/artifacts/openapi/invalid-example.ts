import { declareDiagnostic } from "../../../diagnostics/declare-diagnostic.ts";

/** An example does not fit the schema beside it. */
export const invalidExample = declareDiagnostic<{
  readonly path: string;
  readonly problem: string;
}>({
  code: "openapi/invalid-example",
  severity: "error",
  message: ({ path, problem }) => `an example in ${path} does not fit its schema: ${problem}`,
  fix: "correct the samples of the field, or its type and bounds",
});
