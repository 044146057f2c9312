import { declareDiagnostic } from "../../../diagnostics/declare-diagnostic.ts";

export const invalidSyntax = declareDiagnostic<{ readonly reason: string }>({
  code: "migrations/invalid-syntax",
  severity: "error",
  message: ({ reason }) => `PostgreSQL cannot read this: ${reason}`,
  fix: "correct the statement; what psql alone understands (\\i, :variables) has no place in a migration",
});
