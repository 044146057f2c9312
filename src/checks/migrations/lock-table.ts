import { declareDiagnostic } from "../../diagnostics/declare-diagnostic.ts";
import { blocksWrites } from "../../engines/lock-mode.ts";
import { spokenLock } from "./support/spoken-lock.ts";
import type { MigrationRule } from "../migration-rule.ts";
import { hazard } from "../migration-rule.ts";
import { locksOf } from "./support/locks-of.ts";

export const lockTable = declareDiagnostic<{ readonly table: string; readonly mode: string }>({
  code: "migrations/lock-table",
  severity: "error",
  message: ({ table, mode }) =>
    `LOCK TABLE keeps ${mode === "ACCESS EXCLUSIVE" ? "even readers" : "writers"} of ${table} waiting until the transaction ends (${mode})`,
  fix: "let the statement that needs it take its own, weaker lock; where none does, set a lock_timeout and keep the transaction short",
});

export const lockTableRule: MigrationRule = {
  check(step) {
    const { node } = step.statement;
    if (!("LockStmt" in node)) return [];
    return locksOf(node, step.known)
      .filter(({ table, mode }) => blocksWrites(mode) && !step.known.isNew(table))
      .map(({ table, mode }) => hazard(lockTable, { table, mode: spokenLock(mode) }));
  },
};
