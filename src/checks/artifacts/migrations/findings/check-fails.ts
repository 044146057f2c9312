import { declareDiagnostic } from "../../../../diagnostics/declare-diagnostic.ts";

export const checkFails = declareDiagnostic<{ readonly check: string; readonly row: string }>({
  code: "migrations/check-fails",
  severity: "error",
  message: ({ check, row }) =>
    `the data check ${check} finds a violation in data that is fine: ${row}`,
  fix: "correct the rule in the Design; where it is right, report it as a defect of groundplan",
});
