import { declareDiagnostic } from "../diagnostics/declare-diagnostic.ts";

export const migrationNotFound = declareDiagnostic<{ readonly path: string }>({
  code: "migrations/migration-not-found",
  severity: "error",
  message: ({ path }) => `${path} does not exist`,
  fix: "check the path; it starts from the working folder",
});
