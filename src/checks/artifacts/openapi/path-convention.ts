import { declareDiagnostic } from "../../../diagnostics/declare-diagnostic.ts";

/** A path is written in another way than paths are here. */
export const pathConvention = declareDiagnostic<{
  readonly path: string;
  readonly problem: string;
}>({
  code: "openapi/path-convention",
  severity: "warning",
  message: ({ path, problem }) => `${path}: ${problem}`,
  fix: "write plural nouns in kebab case; the method is the verb",
});
