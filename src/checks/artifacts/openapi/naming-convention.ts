import { declareDiagnostic } from "../../../diagnostics/declare-diagnostic.ts";

/** A name is in another case than the others of its kind. */
export const namingConvention = declareDiagnostic<{
  readonly path: string;
  readonly problem: string;
}>({
  code: "openapi/naming-convention",
  severity: "warning",
  message: ({ path, problem }) => `${path}: ${problem}`,
  fix: "use the case of the other names",
});
