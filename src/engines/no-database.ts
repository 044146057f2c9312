import { declareDiagnostic } from "../diagnostics/declare-diagnostic.ts";

export const noDatabase = declareDiagnostic<{ readonly reason: string }>({
  code: "migrations/no-database",
  severity: "error",
  message: ({ reason }) => `the database engine that proves migrations did not start: ${reason}`,
  fix: "install the dependencies again; PGlite needs about 1 GB of memory",
});
