import { declareDiagnostic } from "../../../diagnostics/declare-diagnostic.ts";

export const failsOnSchema = declareDiagnostic<{
  readonly statement: string;
  readonly reason: string;
}>({
  code: "migrations/fails-on-schema",
  severity: "error",
  message: ({ statement, reason }) => `on the given schema this fails: ${reason} (${statement})`,
  fix: "correct the statement, or the file that --schema names",
});
