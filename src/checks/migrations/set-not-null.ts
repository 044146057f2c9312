import { declareDiagnostic } from "../../diagnostics/declare-diagnostic.ts";
import type { Hazard, MigrationRule, MigrationStep } from "../migration-rule.ts";
import { hazard } from "../migration-rule.ts";
import { addedConstraints } from "./support/added-constraints.ts";
import { alterations } from "./support/alterations.ts";
import { stringsOf } from "./support/nodes.ts";

export const setNotNull = declareDiagnostic<{ readonly column: string; readonly table: string }>({
  code: "migrations/set-not-null",
  severity: "error",
  message: ({ column, table }) =>
    `SET NOT NULL on ${column} of ${table} reads every row while even readers wait (ACCESS EXCLUSIVE lock)`,
  fix: ({ column }) =>
    `add CHECK (${column} IS NOT NULL) NOT VALID, validate it in the next migration, then SET NOT NULL (it reads no row then) and drop the check`,
});

export const setNotNullRule: MigrationRule = {
  check(step) {
    const set = alterations(step).flatMap(({ table, command }) =>
      command.subtype === "AT_SetNotNull" && !step.known.isProvenRequired(table, command.name ?? "")
        ? [hazardOf(table, command.name ?? "")]
        : [],
    );
    const added = addedConstraints(step, "CONSTR_NOTNULL").flatMap(
      ({ table, columns: [column = ""], constraint, withColumn }) =>
        withColumn ||
        constraint.skip_validation === true ||
        step.known.isProvenRequired(table, column)
          ? []
          : [hazardOf(table, column)],
    );
    return [...set, ...added, ...ofDomain(step)];
  },
};

function hazardOf(table: string, column: string): Hazard {
  return hazard(setNotNull, { column, table }, { effect: { kind: "scan", table } });
}

/** Every table that uses the domain is read. */
function ofDomain({ statement: { node } }: MigrationStep): readonly Hazard[] {
  if (!("AlterDomainStmt" in node) || node.AlterDomainStmt.subtype !== "O") return [];
  const domain = stringsOf(node.AlterDomainStmt.typeName).join(".");
  const args = { column: "the values", table: `the domain ${domain}` };
  return [hazard(setNotNull, args)];
}
