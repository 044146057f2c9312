import { declareDiagnostic } from "../../diagnostics/declare-diagnostic.ts";
import type { MigrationRule } from "../migration-rule.ts";
import { hazard } from "../migration-rule.ts";

export const renameColumn = declareDiagnostic<{
  readonly column: string;
  readonly table: string;
  readonly name: string;
}>({
  code: "migrations/rename-column",
  severity: "error",
  message: ({ column, table, name }) =>
    `renaming ${column} of ${table} to ${name} breaks every query of the running version at that moment`,
  fix: ({ column, name }) =>
    `add ${name}, write both, fill it, read ${name}, then drop ${column}; or keep the name and rename it in a view`,
});

export const renameColumnRule: MigrationRule = {
  check(step) {
    const { node } = step.statement;
    if (!("RenameStmt" in node) || node.RenameStmt.renameType !== "OBJECT_COLUMN") return [];
    const { relation, subname: column = "", newname: name = "" } = node.RenameStmt;
    const table = step.known.nameOf(relation);
    return step.known.isNew(table) ? [] : [hazard(renameColumn, { column, table, name })];
  },
};
