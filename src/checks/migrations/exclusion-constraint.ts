import { declareDiagnostic } from "../../diagnostics/declare-diagnostic.ts";
import type { MigrationRule } from "../migration-rule.ts";
import { hazard } from "../migration-rule.ts";
import { addedConstraints } from "./support/added-constraints.ts";

export const exclusionConstraint = declareDiagnostic<{ readonly table: string }>({
  code: "migrations/exclusion-constraint",
  severity: "error",
  message: ({ table }) =>
    `an exclusion constraint builds its index on ${table} while even readers wait (ACCESS EXCLUSIVE lock), and there is no other way`,
  fix: "add it to a small or new table, in a maintenance window with a lock_timeout, or make a new table with it and move the rows",
});

export const exclusionConstraintRule: MigrationRule = {
  check(step) {
    return addedConstraints(step, "CONSTR_EXCLUSION").map(({ table, location }) => {
      const at = location === undefined ? {} : { location };
      return hazard(exclusionConstraint, { table }, { ...at, effect: { kind: "scan", table } });
    });
  },
};
