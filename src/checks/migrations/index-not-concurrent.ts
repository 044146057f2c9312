import { declareDiagnostic } from "../../diagnostics/declare-diagnostic.ts";
import type { MigrationRule } from "../migration-rule.ts";
import { hazard } from "../migration-rule.ts";

export const indexNotConcurrent = declareDiagnostic<{
  readonly index: string;
  readonly table: string;
}>({
  code: "migrations/index-not-concurrent",
  severity: "error",
  message: ({ index, table }) =>
    `creating ${index} on ${table} keeps every write waiting (SHARE lock) while all rows are read`,
  fix: ({ index }) =>
    `in a file of its own, outside a transaction: CREATE INDEX CONCURRENTLY ${index}`,
});

export const indexNotConcurrentRule: MigrationRule = {
  check(step) {
    const { node } = step.statement;
    if (!("IndexStmt" in node) || node.IndexStmt.concurrent === true) return [];
    const { relation, idxname } = node.IndexStmt;
    // `ON ONLY` is for partitioned tables and builds nothing: partitions get their parts one by one.
    if (relation?.inh !== true) return [];
    const table = step.known.nameOf(relation);
    if (step.known.isNew(table)) return [];
    const args = { index: idxname ?? "the index", table };
    return [hazard(indexNotConcurrent, args, { effect: { kind: "scan", table } })];
  },
};
