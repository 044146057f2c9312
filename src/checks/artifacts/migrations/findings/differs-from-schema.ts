import { declareDiagnostic } from "../../../../diagnostics/declare-diagnostic.ts";

export const differsFromSchema = declareDiagnostic<{ readonly difference: string }>({
  code: "migrations/differs-from-schema",
  severity: "error",
  message: ({ difference }) => `all migrations together do not give the schema: ${difference}`,
  fix: "restore edited migrations from version control and render again",
});
