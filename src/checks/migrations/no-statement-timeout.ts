import { declareDiagnostic } from "../../diagnostics/declare-diagnostic.ts";
import type { MigrationRule, MigrationStep } from "../migration-rule.ts";
import { hazard } from "../migration-rule.ts";

export const noStatementTimeout = declareDiagnostic<{ readonly table: string }>({
  code: "migrations/no-statement-timeout",
  severity: "warning",
  message: ({ table }) => `nothing bounds how long this keeps others from ${table}`,
  fix: "SET statement_timeout = '30s' before it (SET LOCAL in a transaction), or say --assume-timeouts where the connection sets it",
});

export const noStatementTimeoutRule: MigrationRule = {
  check(step) {
    const [first] = step.blocking;
    if (first === undefined || step.session.hasStatementTimeout || step.before.some(lasts))
      return [];
    return [hazard(noStatementTimeout, { table: first.table })];
  },
};

/** One for each file. */
function lasts(step: MigrationStep): boolean {
  return !step.session.hasStatementTimeout && step.blocking.length > 0;
}
