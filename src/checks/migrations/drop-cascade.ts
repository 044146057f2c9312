import { declareDiagnostic } from "../../diagnostics/declare-diagnostic.ts";
import type { MigrationRule } from "../migration-rule.ts";
import { hazard } from "../migration-rule.ts";
import { alterations } from "./support/alterations.ts";
import { droppedObjects } from "./support/dropped-objects.ts";

export const dropCascade = declareDiagnostic<{ readonly object: string }>({
  code: "migrations/drop-cascade",
  severity: "warning",
  message: ({ object }) =>
    `CASCADE drops whatever depends on ${object}: views, foreign keys of other tables, defaults`,
  fix: ({ object }) =>
    `name what has to go in statements of its own, and drop ${object} without CASCADE`,
});

export const dropCascadeRule: MigrationRule = {
  direction: "up",
  check(step) {
    const { node } = step.statement;
    if ("DropStmt" in node && node.DropStmt.behavior === "DROP_CASCADE") {
      const { removeType } = node.DropStmt;
      if (removeType === undefined || removeType === "OBJECT_SCHEMA") return [];
      return droppedObjects(step, removeType).flatMap((object) =>
        step.known.isNew(object) ? [] : [hazard(dropCascade, { object })],
      );
    }
    return alterations(step).flatMap(({ command: { subtype, behavior, name = "" }, table }) => {
      const isDrop = subtype === "AT_DropColumn" || subtype === "AT_DropConstraint";
      return isDrop && behavior === "DROP_CASCADE"
        ? [hazard(dropCascade, { object: `${table}.${name}` })]
        : [];
    });
  },
};
