import { declareDiagnostic } from "../../diagnostics/declare-diagnostic.ts";
import type { ConstrType } from "libpg-query";
import type { MigrationRule } from "../migration-rule.ts";
import { hazard } from "../migration-rule.ts";
import { addedColumns } from "./support/added-columns.ts";

export const requiredColumnWithoutDefault = declareDiagnostic<{
  readonly column: string;
  readonly table: string;
}>({
  code: "migrations/required-column-without-default",
  severity: "error",
  message: ({ column, table }) =>
    `the required column ${column} has no default: adding it to ${table} fails where the table has rows`,
  fix: "add it with a constant DEFAULT, or without NOT NULL, fill it in batches and make it required afterwards",
});

export const requiredColumnWithoutDefaultRule: MigrationRule = {
  check(step) {
    return addedColumns(step).flatMap(({ table, name, type, constraints, location }) => {
      const has = (...kinds: readonly ConstrType[]): boolean =>
        constraints.some(({ contype }) => contype !== undefined && kinds.includes(contype));
      if (!has("CONSTR_NOTNULL", "CONSTR_PRIMARY") || /^(?:big|small)?serial\d?$/.test(type))
        return [];
      if (has("CONSTR_DEFAULT", "CONSTR_GENERATED", "CONSTR_IDENTITY")) return [];
      const at = location === undefined ? {} : { location };
      return [hazard(requiredColumnWithoutDefault, { column: name, table }, at)];
    });
  },
};
