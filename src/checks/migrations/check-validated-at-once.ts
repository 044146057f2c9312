import { declareDiagnostic } from "../../diagnostics/declare-diagnostic.ts";
import type { MigrationRule } from "../migration-rule.ts";
import { hazard } from "../migration-rule.ts";
import { addedConstraints } from "./support/added-constraints.ts";

export const checkValidatedAtOnce = declareDiagnostic<{
  readonly table: string;
  readonly name: string;
}>({
  code: "migrations/check-validated-at-once",
  severity: "error",
  message: ({ table, name }) =>
    `adding ${name} reads every row of ${table} while even readers wait (ACCESS EXCLUSIVE lock)`,
  fix: "add it NOT VALID, and VALIDATE CONSTRAINT in the next migration, which disturbs nobody",
});

export const checkValidatedAtOnceRule: MigrationRule = {
  check(step) {
    return addedConstraints(step, "CONSTR_CHECK").flatMap(
      ({ table, name, constraint, location }) => {
        if (constraint.skip_validation === true || constraint.is_enforced === false) return [];
        const args = { table, name: name === undefined ? "the check" : `the check ${name}` };
        const at = location === undefined ? {} : { location };
        return [hazard(checkValidatedAtOnce, args, { ...at, effect: { kind: "scan", table } })];
      },
    );
  },
};
