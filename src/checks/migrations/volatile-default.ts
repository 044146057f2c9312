import { declareDiagnostic } from "../../diagnostics/declare-diagnostic.ts";
import type { MigrationRule } from "../migration-rule.ts";
import { hazard } from "../migration-rule.ts";
import { addedColumns } from "./support/added-columns.ts";
import { volatileCall } from "./support/volatile-call.ts";

export const volatileDefault = declareDiagnostic<{
  readonly column: string;
  readonly table: string;
  readonly call: string;
  readonly isCertain: boolean;
}>({
  code: "migrations/volatile-default",
  severity: "error",
  message: ({ column, table, call, isCertain }) =>
    `the default ${call}() of ${column} ${isCertain ? "has" : "may have"} another value for each row: adding it rewrites all of ${table} while even readers wait (ACCESS EXCLUSIVE lock)`,
  fix: ({ column, call }) =>
    `add ${column} without a default, SET DEFAULT ${call}() for new rows, and fill the old ones in batches`,
});

export const volatileDefaultRule: MigrationRule = {
  check(step) {
    return addedColumns(step).flatMap(({ table, name, constraints, location }) => {
      const { raw_expr: value } =
        constraints.find(({ contype }) => contype === "CONSTR_DEFAULT") ?? {};
      const call = value === undefined ? undefined : volatileCall(value);
      if (call === undefined) return [];
      const args = { column: name, table, call: call.name, isCertain: call.isCertain };
      const at = location === undefined ? {} : { location };
      return [hazard(volatileDefault, args, { ...at, effect: { kind: "rewrite", table } })];
    });
  },
};
