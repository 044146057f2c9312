import { declareDiagnostic } from "../../diagnostics/declare-diagnostic.ts";
import type { MigrationRule } from "../migration-rule.ts";
import { hazard } from "../migration-rule.ts";
import { addedConstraints } from "./support/added-constraints.ts";

export const primaryKeyWithoutIndex = declareDiagnostic<{
  readonly table: string;
  readonly columns: string;
}>({
  code: "migrations/primary-key-without-index",
  severity: "error",
  message: ({ table, columns }) =>
    `the primary key ${columns} of ${table} builds an index, and makes its columns NOT NULL, while even readers wait (ACCESS EXCLUSIVE lock)`,
  fix: "make the columns NOT NULL first (see migrations/set-not-null), CREATE UNIQUE INDEX CONCURRENTLY, then ADD PRIMARY KEY USING INDEX",
});

export const primaryKeyWithoutIndexRule: MigrationRule = {
  check(step) {
    return addedConstraints(step, "CONSTR_PRIMARY").flatMap((added) => {
      const { table, columns, constraint, location } = added;
      if (constraint.indexname !== undefined) return [];
      const at = location === undefined ? {} : { location };
      const args = { table, columns: columns.join(", ") };
      return [hazard(primaryKeyWithoutIndex, args, { ...at, effect: { kind: "scan", table } })];
    });
  },
};
