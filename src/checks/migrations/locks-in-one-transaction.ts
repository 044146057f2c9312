import { declareDiagnostic } from "../../diagnostics/declare-diagnostic.ts";
import { blocksReads } from "../../engines/lock-mode.ts";
import type { MigrationRule } from "../migration-rule.ts";
import { hazard } from "../migration-rule.ts";

export const locksInOneTransaction = declareDiagnostic<{
  readonly table: string;
  readonly first: string;
}>({
  code: "migrations/locks-in-one-transaction",
  severity: "warning",
  message: ({ table, first }) =>
    `this transaction already holds ${first} locked and now waits for ${table}`,
  fix: "give each table a migration of its own, so that one lock is given back before the next is asked for",
});

// On the way back the tables that go are locked for nobody who could still use them.
export const locksInOneTransactionRule: MigrationRule = {
  direction: "up",
  check(step) {
    if (step.session.hasLockTimeout) return [];
    const own = step.blocking.filter(({ mode }) => blocksReads(mode));
    const next = own.find(({ table }) => !step.held.includes(table));
    const [first, ...others] = step.held;
    // The second table of a transaction says it; a third would say it again.
    if (first === undefined || next === undefined || others.length > 0) return [];
    return [hazard(locksInOneTransaction, { table: next.table, first })];
  },
};
