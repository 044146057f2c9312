import { declareDiagnostic } from "../../diagnostics/declare-diagnostic.ts";
import type { MigrationRule } from "../migration-rule.ts";
import { hazard } from "../migration-rule.ts";
import { rangesOf } from "./support/nodes.ts";

export const truncate = declareDiagnostic<{ readonly table: string }>({
  code: "migrations/truncate",
  severity: "warning",
  message: ({ table }) =>
    `TRUNCATE deletes every row of ${table} for good, while even readers wait (ACCESS EXCLUSIVE lock)`,
  fix: "where the rows may go, say so in a suppression; otherwise delete what has to go in batches",
});

export const truncateRule: MigrationRule = {
  direction: "up",
  check(step) {
    const { node } = step.statement;
    if (!("TruncateStmt" in node) || node.TruncateStmt.behavior === "DROP_CASCADE") return [];
    return rangesOf(node.TruncateStmt.relations)
      .map((relation) => step.known.nameOf(relation))
      .filter((table) => !step.known.isNew(table))
      .map((table) => hazard(truncate, { table }));
  },
};
