import { declareDiagnostic } from "../../diagnostics/declare-diagnostic.ts";
import type { MigrationRule } from "../migration-rule.ts";
import { hazard } from "../migration-rule.ts";
import { stringsOf } from "./support/nodes.ts";

export const domainConstraint = declareDiagnostic<{ readonly domain: string }>({
  code: "migrations/domain-constraint",
  severity: "error",
  message: ({ domain }) =>
    `a constraint of the domain ${domain} is checked in every table that uses it, while their writers wait (SHARE lock)`,
  fix: "ALTER DOMAIN … ADD CONSTRAINT … NOT VALID, and VALIDATE CONSTRAINT in the next migration",
});

export const domainConstraintRule: MigrationRule = {
  check(step) {
    const { node } = step.statement;
    if (!("AlterDomainStmt" in node) || node.AlterDomainStmt.subtype !== "C") return [];
    const { def, typeName } = node.AlterDomainStmt;
    if (def === undefined || !("Constraint" in def) || def.Constraint.skip_validation === true)
      return [];
    return [hazard(domainConstraint, { domain: stringsOf(typeName).join(".") })];
  },
};
