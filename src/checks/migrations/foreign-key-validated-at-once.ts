import { declareDiagnostic } from "../../diagnostics/declare-diagnostic.ts";
import type { MigrationRule, MigrationStep } from "../migration-rule.ts";
import { hazard } from "../migration-rule.ts";
import { addedColumns } from "./support/added-columns.ts";
import { addedConstraints } from "./support/added-constraints.ts";

export const foreignKeyValidatedAtOnce = declareDiagnostic<{
  readonly table: string;
  readonly columns: string;
  readonly target: string;
}>({
  code: "migrations/foreign-key-validated-at-once",
  severity: "error",
  message: ({ table, columns, target }) =>
    `the foreign key over ${columns} keeps writes to ${table} and ${target} waiting while both are read (SHARE ROW EXCLUSIVE lock)`,
  fix: "add it NOT VALID, and VALIDATE CONSTRAINT in the next migration, which disturbs nobody",
});

export const foreignKeyValidatedAtOnceRule: MigrationRule = {
  check(step) {
    return addedConstraints(step, "CONSTR_FOREIGN").flatMap((added) => {
      const { table, columns, constraint, withColumn, location } = added;
      if (constraint.skip_validation === true) return [];
      // Without a default every row has NULL there, so PostgreSQL looks at none.
      if (withColumn && !hasDefault(step, columns)) return [];
      const target = step.known.nameOf(constraint.pktable);
      const args = { table, columns: columns.join(", "), target };
      const at = location === undefined ? {} : { location };
      return [hazard(foreignKeyValidatedAtOnce, args, { ...at, effect: { kind: "scan", table } })];
    });
  },
};

function hasDefault(step: MigrationStep, columns: readonly string[]): boolean {
  return addedColumns(step).some(
    ({ name, constraints }) =>
      columns.includes(name) && constraints.some(({ contype }) => contype === "CONSTR_DEFAULT"),
  );
}
