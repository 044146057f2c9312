import { declareDiagnostic } from "../../diagnostics/declare-diagnostic.ts";
import type { MigrationRule } from "../migration-rule.ts";
import { hazard } from "../migration-rule.ts";
import { rangesOf } from "./support/nodes.ts";

export const truncateCascade = declareDiagnostic<{ readonly tables: string }>({
  code: "migrations/truncate-cascade",
  severity: "error",
  message: ({ tables }) =>
    `TRUNCATE … CASCADE deletes every row of ${tables}, and of every table that points there`,
  fix: "name each table that has to be emptied, without CASCADE",
});

export const truncateCascadeRule: MigrationRule = {
  direction: "up",
  check(step) {
    const { node } = step.statement;
    if (!("TruncateStmt" in node) || node.TruncateStmt.behavior !== "DROP_CASCADE") return [];
    const tables = rangesOf(node.TruncateStmt.relations)
      .map((relation) => step.known.nameOf(relation))
      .filter((table) => !step.known.isNew(table));
    return tables.length === 0 ? [] : [hazard(truncateCascade, { tables: tables.join(", ") })];
  },
};
