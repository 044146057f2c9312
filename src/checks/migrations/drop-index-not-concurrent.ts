import { declareDiagnostic } from "../../diagnostics/declare-diagnostic.ts";
import type { MigrationRule } from "../migration-rule.ts";
import { hazard } from "../migration-rule.ts";
import { droppedObjects } from "./support/dropped-objects.ts";

export const dropIndexNotConcurrent = declareDiagnostic<{ readonly index: string }>({
  code: "migrations/drop-index-not-concurrent",
  severity: "error",
  message: ({ index }) =>
    `dropping ${index} keeps even readers of its table waiting (ACCESS EXCLUSIVE lock)`,
  fix: ({ index }) =>
    `in a file of its own, outside a transaction: DROP INDEX CONCURRENTLY ${index}`,
});

export const dropIndexNotConcurrentRule: MigrationRule = {
  check(step) {
    return droppedObjects(step, "OBJECT_INDEX").flatMap((index) => {
      const { node } = step.statement;
      const isConcurrent = "DropStmt" in node && node.DropStmt.concurrent === true;
      const table = step.known.index(index)?.table;
      if (isConcurrent || (table !== undefined && step.known.isNew(table))) return [];
      return [hazard(dropIndexNotConcurrent, { index })];
    });
  },
};
