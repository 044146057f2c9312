import { declareDiagnostic } from "../../../diagnostics/declare-diagnostic.ts";

export const notRecorded = declareDiagnostic<{ readonly path: string; readonly reason: string }>({
  code: "model/not-recorded",
  severity: "warning",
  message: ({ path, reason }) => `the answer was not recorded in ${path}: ${reason}`,
  fix: "remove the cause and record the run again",
});
