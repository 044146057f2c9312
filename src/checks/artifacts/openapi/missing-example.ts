import { declareDiagnostic } from "../../../diagnostics/declare-diagnostic.ts";

/** A JSON body without an example. */
export const missingExample = declareDiagnostic<{
  readonly path: string;
  readonly problem: string;
}>({
  code: "openapi/missing-example",
  severity: "warning",
  message: ({ path, problem }) => `${path}: ${problem}`,
  fix: "add an example made from the sample values of the fields",
});
