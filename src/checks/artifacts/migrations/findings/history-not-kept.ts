import { declareDiagnostic } from "../../../../diagnostics/declare-diagnostic.ts";

export const historyNotKept = declareDiagnostic<{
  readonly table: string;
  readonly reason: string;
}>({
  code: "migrations/history-not-kept",
  severity: "error",
  message: ({ table, reason }) => `changes of ${table} leave no history: ${reason}`,
  fix: "restore edited migrations from version control and render again",
});
