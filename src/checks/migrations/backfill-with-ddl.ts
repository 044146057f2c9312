import { declareDiagnostic } from "../../diagnostics/declare-diagnostic.ts";
import type { Node } from "libpg-query";
import type { MigrationRule } from "../migration-rule.ts";
import { hazard } from "../migration-rule.ts";

export const backfillWithDdl = declareDiagnostic<{
  readonly command: string;
  readonly table: string;
  readonly changed: string;
}>({
  code: "migrations/backfill-with-ddl",
  severity: "warning",
  message: ({ command, table, changed }) =>
    `${command} of ${table} runs in the transaction that holds ${changed} locked`,
  fix: "give the change of data a migration of its own, after the one that changes the table",
});

export const backfillWithDdlRule: MigrationRule = {
  check(step) {
    const { node } = step.statement;
    const data =
      "UpdateStmt" in node ? node.UpdateStmt : "DeleteStmt" in node ? node.DeleteStmt : undefined;
    const insert =
      "InsertStmt" in node && fromQuery(node.InsertStmt.selectStmt) ? node.InsertStmt : undefined;
    const target = data ?? insert;
    if (target === undefined) return [];
    const table = step.known.nameOf(target.relation);
    const [changed] = step.held;
    if (changed === undefined || step.known.isNew(table)) return [];
    const command =
      "UpdateStmt" in node ? "UPDATE" : "DeleteStmt" in node ? "DELETE" : "INSERT … SELECT";
    return [hazard(backfillWithDdl, { command, table, changed })];
  },
};

/** `VALUES` are a few rows, written down. */
function fromQuery(query: Node | undefined): boolean {
  return query !== undefined && "SelectStmt" in query && query.SelectStmt.valuesLists === undefined;
}
