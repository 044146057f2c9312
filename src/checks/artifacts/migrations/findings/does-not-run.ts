import { declareDiagnostic } from "../../../../diagnostics/declare-diagnostic.ts";

export const doesNotRun = declareDiagnostic<{
  readonly path: string;
  readonly statement: string;
  readonly reason: string;
}>({
  code: "migrations/does-not-run",
  severity: "error",
  message: ({ path, statement, reason }) => `${path} does not run: ${reason} (${statement})`,
  fix: "correct the element of the Design so that the engine accepts the statement",
});
