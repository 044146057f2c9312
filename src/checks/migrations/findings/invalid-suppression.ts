import { declareDiagnostic } from "../../../diagnostics/declare-diagnostic.ts";

export const invalidSuppression = declareDiagnostic<{ readonly problem: string }>({
  code: "migrations/invalid-suppression",
  severity: "error",
  message: ({ problem }) => `this suppression does not hold: ${problem}`,
  fix: "write: -- groundplan-ignore <code>: <why it is safe here>",
});
