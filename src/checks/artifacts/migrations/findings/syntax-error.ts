import { declareDiagnostic } from "../../../../diagnostics/declare-diagnostic.ts";

export const syntaxError = declareDiagnostic<{ readonly reason: string }>({
  code: "sql/syntax-error",
  severity: "error",
  message: ({ reason }) => `PostgreSQL cannot read the statement: ${reason}`,
  fix: "correct the element of the Design that the line is made from; a committed file is restored from version control",
});
