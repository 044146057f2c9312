import { declareDiagnostic } from "../../../../diagnostics/declare-diagnostic.ts";

export const checkIsBlind = declareDiagnostic<{ readonly check: string; readonly count: number }>({
  code: "migrations/check-is-blind",
  severity: "error",
  message: ({ check, count }) =>
    `the data check ${check} returns ${count} rows where exactly one is bad`,
  fix: "correct the rule in the Design; where it is right, report it as a defect of groundplan",
});
