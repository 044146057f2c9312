import { declareDiagnostic } from "../../diagnostics/declare-diagnostic.ts";
import type { MigrationRule } from "../migration-rule.ts";
import { hazard } from "../migration-rule.ts";

export const updateAllRows = declareDiagnostic<{
  readonly command: string;
  readonly table: string;
}>({
  code: "migrations/update-all-rows",
  severity: "error",
  message: ({ command, table }) =>
    `${command} of all rows of ${table} in one statement keeps each of them locked to its end`,
  fix: "do it outside the migration in batches of some thousand rows, each its own transaction, by ranges of the key",
});

export const updateAllRowsRule: MigrationRule = {
  check(step) {
    const { node } = step.statement;
    const change =
      "UpdateStmt" in node ? node.UpdateStmt : "DeleteStmt" in node ? node.DeleteStmt : undefined;
    if (change === undefined || change.whereClause !== undefined) return [];
    const table = step.known.nameOf(change.relation);
    if (step.known.isNew(table)) return [];
    const command = "UpdateStmt" in node ? "UPDATE" : "DELETE";
    return [hazard(updateAllRows, { command, table }, { effect: { kind: "scan", table } })];
  },
};
