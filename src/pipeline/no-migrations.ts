import { declareDiagnostic } from "../diagnostics/declare-diagnostic.ts";

export const noMigrations = declareDiagnostic<{ readonly path: string }>({
  code: "migrations/no-migrations",
  severity: "error",
  message: ({ path }) => `${path} holds no .sql file`,
  fix: "name a folder that holds migrations, or name the files",
});
