import { declareDiagnostic } from "../../diagnostics/declare-diagnostic.ts";
import type { MigrationRule } from "../migration-rule.ts";
import { hazard } from "../migration-rule.ts";
import { addedConstraints } from "./support/added-constraints.ts";

export const uniqueConstraintWithoutIndex = declareDiagnostic<{
  readonly table: string;
  readonly columns: string;
}>({
  code: "migrations/unique-constraint-without-index",
  severity: "error",
  message: ({ table, columns }) =>
    `making ${columns} of ${table} unique builds an index while even readers wait (ACCESS EXCLUSIVE lock)`,
  fix: "CREATE UNIQUE INDEX CONCURRENTLY in a file of its own, then ADD CONSTRAINT … UNIQUE USING INDEX",
});

export const uniqueConstraintWithoutIndexRule: MigrationRule = {
  check(step) {
    const { node } = step.statement;
    // `ALTER TABLE ONLY` of a partitioned table builds nothing: partitions get their parts one by one.
    if ("AlterTableStmt" in node && node.AlterTableStmt.relation?.inh !== true) return [];
    return addedConstraints(step, "CONSTR_UNIQUE").flatMap((added) => {
      const { table, columns, constraint, location } = added;
      if (constraint.indexname !== undefined) return [];
      const at = location === undefined ? {} : { location };
      const args = { table, columns: columns.join(", ") };
      return [
        hazard(uniqueConstraintWithoutIndex, args, { ...at, effect: { kind: "scan", table } }),
      ];
    });
  },
};
