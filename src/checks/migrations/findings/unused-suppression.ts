import { declareDiagnostic } from "../../../diagnostics/declare-diagnostic.ts";

export const unusedSuppression = declareDiagnostic<{ readonly code: string }>({
  code: "migrations/unused-suppression",
  severity: "warning",
  message: ({ code }) => `nothing is found here that ${code} would suppress`,
  fix: "remove the comment",
});
