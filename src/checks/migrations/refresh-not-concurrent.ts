import { declareDiagnostic } from "../../diagnostics/declare-diagnostic.ts";
import type { MigrationRule } from "../migration-rule.ts";
import { hazard } from "../migration-rule.ts";

export const refreshNotConcurrent = declareDiagnostic<{ readonly view: string }>({
  code: "migrations/refresh-not-concurrent",
  severity: "error",
  message: ({ view }) =>
    `REFRESH of ${view} keeps its readers waiting until the query is done (ACCESS EXCLUSIVE lock)`,
  fix: ({ view }) =>
    `REFRESH MATERIALIZED VIEW CONCURRENTLY ${view}; it needs a unique index over all rows`,
});

export const refreshNotConcurrentRule: MigrationRule = {
  check(step) {
    const { node } = step.statement;
    if (!("RefreshMatViewStmt" in node) || node.RefreshMatViewStmt.concurrent === true) return [];
    const { relation, skipData } = node.RefreshMatViewStmt;
    const view = step.known.nameOf(relation);
    if (step.known.isNew(view) || skipData === true) return [];
    return [hazard(refreshNotConcurrent, { view })];
  },
};
