import { declareDiagnostic } from "../../../../diagnostics/declare-diagnostic.ts";

export const noValidRow = declareDiagnostic<{ readonly table: string; readonly reason: string }>({
  code: "migrations/no-valid-row",
  severity: "warning",
  message: ({ table, reason }) => `no example row could be made for ${table}: ${reason}`,
  fix: "give the fields samples that keep all rules, or loosen rules that contradict each other",
});
