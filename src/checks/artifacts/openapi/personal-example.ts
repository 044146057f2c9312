import { declareDiagnostic } from "../../../diagnostics/declare-diagnostic.ts";

/** An example may be somebody's data. */
export const personalExample = declareDiagnostic<{
  readonly path: string;
  readonly problem: string;
}>({
  code: "openapi/personal-example",
  severity: "warning",
  message: ({ path, problem }) => `${path}: ${problem}`,
  fix: "use example.com, numbers with 555 01, and keys that are obviously none",
});
