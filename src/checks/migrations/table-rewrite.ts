import { declareDiagnostic } from "../../diagnostics/declare-diagnostic.ts";
import type { AlterTableType } from "libpg-query";
import type { MigrationRule } from "../migration-rule.ts";
import { hazard } from "../migration-rule.ts";
import { alterations } from "./support/alterations.ts";

export const tableRewrite = declareDiagnostic<{ readonly table: string; readonly action: string }>({
  code: "migrations/table-rewrite",
  severity: "error",
  message: ({ table, action }) =>
    `${action} writes ${table} anew while even readers wait (ACCESS EXCLUSIVE lock)`,
  fix: "make a second table as it should be, copy in batches, and swap the names; or do it in a maintenance window",
});

export const tableRewriteRule: MigrationRule = {
  check(step) {
    return alterations(step).flatMap(({ table, command: { subtype } }) => {
      const action = subtype === undefined ? undefined : ACTIONS[subtype];
      if (action === undefined) return [];
      return [hazard(tableRewrite, { table, action }, { effect: { kind: "rewrite", table } })];
    });
  },
};

const ACTIONS: Partial<Record<AlterTableType, string>> = {
  AT_SetLogged: "SET LOGGED",
  AT_SetUnLogged: "SET UNLOGGED",
  AT_SetTableSpace: "SET TABLESPACE",
  AT_SetAccessMethod: "SET ACCESS METHOD",
};
