import { declareDiagnostic } from "../../diagnostics/declare-diagnostic.ts";
import type { MigrationRule, MigrationStep } from "../migration-rule.ts";
import { hazard } from "../migration-rule.ts";
import { alterations } from "./support/alterations.ts";

export const validatedInSameTransaction = declareDiagnostic<{
  readonly table: string;
  readonly name: string;
}>({
  code: "migrations/validated-in-same-transaction",
  severity: "error",
  message: ({ table, name }) =>
    `${name} of ${table} is validated in the transaction that added it, so its lock is held while all rows are read`,
  fix: "validate it in a migration of its own: NOT VALID gains nothing otherwise",
});

export const validatedInSameTransactionRule: MigrationRule = {
  check(step) {
    return alterations(step).flatMap(({ table, command: { subtype, name = "" } }) => {
      if (subtype !== "AT_ValidateConstraint" || step.transaction === undefined) return [];
      const { id } = step.transaction;
      const isAdded = step.before.some(
        (earlier) => earlier.transaction?.id === id && adds(earlier, table, name),
      );
      return isAdded ? [hazard(validatedInSameTransaction, { table, name })] : [];
    });
  },
};

function adds(step: MigrationStep, table: string, name: string): boolean {
  return alterations(step).some(
    (found) => found.table === table && found.constraint?.conname === name,
  );
}
