import { declareDiagnostic } from "../../diagnostics/declare-diagnostic.ts";
import type { MigrationRule } from "../migration-rule.ts";
import { hazard } from "../migration-rule.ts";
import { stringsOf } from "./support/nodes.ts";

export const dropSchema = declareDiagnostic<{ readonly object: string }>({
  code: "migrations/drop-schema",
  severity: "error",
  message: ({ object }) => `dropping the ${object} loses every table in it for good`,
  fix: ({ object }) =>
    `drop the tables one by one, each when nobody uses it, then the empty ${object}`,
});

export const dropSchemaRule: MigrationRule = {
  direction: "up",
  check(step) {
    const { node } = step.statement;
    if ("DropdbStmt" in node) {
      return [hazard(dropSchema, { object: `database ${node.DropdbStmt.dbname ?? ""}` })];
    }
    if ("DropOwnedStmt" in node) return [hazard(dropSchema, { object: "objects of a role" })];
    if (!("DropStmt" in node) || node.DropStmt.removeType !== "OBJECT_SCHEMA") return [];
    // Without CASCADE only an empty schema goes.
    if (node.DropStmt.behavior !== "DROP_CASCADE") return [];
    return stringsOf(node.DropStmt.objects).map((name) =>
      hazard(dropSchema, { object: `schema ${name}` }),
    );
  },
};
