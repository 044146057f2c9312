import { declareDiagnostic } from "../../diagnostics/declare-diagnostic.ts";
import type { ObjectType, RangeVar } from "libpg-query";
import type { Hazard, MigrationRule, MigrationStep } from "../migration-rule.ts";
import { hazard } from "../migration-rule.ts";

export const renameTable = declareDiagnostic<{ readonly object: string; readonly name: string }>({
  code: "migrations/rename-table",
  severity: "error",
  message: ({ object, name }) =>
    `renaming ${object} to ${name} breaks every query of the running version at that moment`,
  fix: "in the same transaction, create a view with the old name over the new one; drop it when nobody uses it",
});

export const renameTableRule: MigrationRule = {
  check(step) {
    const { node } = step.statement;
    if (
      "AlterObjectSchemaStmt" in node &&
      node.AlterObjectSchemaStmt.objectType === "OBJECT_TABLE"
    ) {
      const { relation, newschema: name = "" } = node.AlterObjectSchemaStmt;
      return report(step, relation, `${name}.${relation?.relname ?? ""}`);
    }
    if (!("RenameStmt" in node)) return [];
    const { renameType, relation, subname, newname = "" } = node.RenameStmt;
    if (renameType === "OBJECT_SCHEMA") {
      return [hazard(renameTable, { object: `the schema ${subname ?? ""}`, name: newname })];
    }
    const isRelation = renameType !== undefined && RELATIONS.includes(renameType);
    return isRelation ? report(step, relation, newname) : [];
  },
};

const RELATIONS: readonly ObjectType[] = ["OBJECT_TABLE", "OBJECT_VIEW", "OBJECT_MATVIEW"];

function report(
  { known }: MigrationStep,
  relation: RangeVar | undefined,
  name: string,
): readonly Hazard[] {
  const object = known.nameOf(relation);
  return known.isNew(object) ? [] : [hazard(renameTable, { object, name })];
}
