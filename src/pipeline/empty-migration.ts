import { declareDiagnostic } from "../diagnostics/declare-diagnostic.ts";

export const emptyMigration = declareDiagnostic<{ readonly path: string }>({
  code: "migrations/empty-migration",
  severity: "warning",
  message: ({ path }) => `${path} holds no statement`,
  fix: "write the migration, or remove the file",
});
