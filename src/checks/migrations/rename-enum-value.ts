import { declareDiagnostic } from "../../diagnostics/declare-diagnostic.ts";
import type { MigrationRule } from "../migration-rule.ts";
import { hazard } from "../migration-rule.ts";
import { stringsOf } from "./support/nodes.ts";

export const renameEnumValue = declareDiagnostic<{
  readonly type: string;
  readonly value: string;
  readonly name: string;
}>({
  code: "migrations/rename-enum-value",
  severity: "error",
  message: ({ type, value, name }) =>
    `renaming the value ${value} of ${type} to ${name} breaks every query that names it at that moment`,
  fix: ({ value, name }) =>
    `add ${name}, let the code understand both, move the rows in batches, and leave ${value} unused`,
});

export const renameEnumValueRule: MigrationRule = {
  check(step) {
    const { node } = step.statement;
    if (!("AlterEnumStmt" in node) || node.AlterEnumStmt.oldVal === undefined) return [];
    const { typeName, oldVal: value, newVal: name = "" } = node.AlterEnumStmt;
    return [hazard(renameEnumValue, { type: stringsOf(typeName).join("."), value, name })];
  },
};
