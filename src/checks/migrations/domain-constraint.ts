import { declareDiagnostic } from "../../diagnostics/declare-diagnostic.ts";
import type { MigrationRule } from "../migration-rule.ts";
import { hazard } from "../migration-rule.ts";
import { stringsOf } from "./support/nodes.ts";

export const domainConstraint = declareDiagnostic<{ readonly domain: string }>({
  code: "migrations/domain-constraint",
  severity: "error",
  message: ({ domain }) =>
    `a constraint of the domain ${domain} is checked in every table that uses it, while their writers wait (SHARE lock)`,
  fix: "add it NOT VALID, which binds new values only, and prove the old ones with a CHECK … NOT VALID of each table",
});

export const domainConstraintRule: MigrationRule = {
  check({ statement: { node } }) {
    if (!("AlterDomainStmt" in node)) return [];
    const { subtype, def, typeName } = node.AlterDomainStmt;
    const isAdded =
      subtype === "C" &&
      def !== undefined &&
      "Constraint" in def &&
      def.Constraint.skip_validation !== true;
    // To validate it later takes the same lock.
    if (!isAdded && subtype !== "V") return [];
    return [hazard(domainConstraint, { domain: stringsOf(typeName).join(".") })];
  },
};
