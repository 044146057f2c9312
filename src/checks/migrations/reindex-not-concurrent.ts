import { declareDiagnostic } from "../../diagnostics/declare-diagnostic.ts";
import type { MigrationRule } from "../migration-rule.ts";
import { hazard } from "../migration-rule.ts";
import { isOptionOn } from "./support/nodes.ts";

export const reindexNotConcurrent = declareDiagnostic<{ readonly object: string }>({
  code: "migrations/reindex-not-concurrent",
  severity: "error",
  message: ({ object }) =>
    `REINDEX of ${object} keeps writes waiting, and readers who would use the index`,
  fix: "outside a transaction: REINDEX (CONCURRENTLY) …",
});

export const reindexNotConcurrentRule: MigrationRule = {
  check(step) {
    const { node } = step.statement;
    if (!("ReindexStmt" in node)) return [];
    const { kind, relation, name, params } = node.ReindexStmt;
    // The catalogues of the system cannot be rebuilt concurrently.
    if (kind === "REINDEX_OBJECT_SYSTEM" || isOptionOn(params, "concurrently")) return [];
    const object = relation === undefined ? (name ?? "the database") : step.known.nameOf(relation);
    return step.known.isNew(object) ? [] : [hazard(reindexNotConcurrent, { object })];
  },
};
