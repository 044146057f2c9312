import { declareDiagnostic } from "../../diagnostics/declare-diagnostic.ts";
import type { MigrationRule, MigrationStep } from "../migration-rule.ts";
import { hazard } from "../migration-rule.ts";

export const noLockTimeout = declareDiagnostic<{ readonly table: string }>({
  code: "migrations/no-lock-timeout",
  severity: "warning",
  message: ({ table }) =>
    `nothing bounds how long this waits for its lock on ${table}, and all others wait behind it`,
  fix: "SET lock_timeout = '2s' before it (SET LOCAL in a transaction) and try again where it runs out, or say --assume-timeouts where the connection sets it",
});

export const noLockTimeoutRule: MigrationRule = {
  check(step) {
    const [first] = step.blocking;
    if (first === undefined || step.session.hasLockTimeout || step.before.some(waits)) return [];
    return [hazard(noLockTimeout, { table: first.table })];
  },
};

/** One for each file. */
function waits(step: MigrationStep): boolean {
  return !step.session.hasLockTimeout && step.blocking.length > 0;
}
