import { declareDiagnostic } from "../../diagnostics/declare-diagnostic.ts";
import type { Node } from "libpg-query";
import type { MigrationRule } from "../migration-rule.ts";
import { hazard } from "../migration-rule.ts";
import { stringsOf } from "./support/nodes.ts";

export const concurrentIndexIfNotExists = declareDiagnostic<{ readonly index: string }>({
  code: "migrations/concurrent-index-if-not-exists",
  severity: "warning",
  message: ({ index }) =>
    `a first try of ${index} that failed leaves an invalid index, which IF NOT EXISTS takes for done`,
  fix: ({ index }) =>
    `begin with DROP INDEX CONCURRENTLY IF EXISTS ${index} in a file before, and create it without IF NOT EXISTS`,
});

export const concurrentIndexIfNotExistsRule: MigrationRule = {
  check(step) {
    const { node } = step.statement;
    if (!("IndexStmt" in node)) return [];
    const {
      concurrent,
      if_not_exists: isGuarded,
      idxname = "the index",
      relation,
    } = node.IndexStmt;
    if (concurrent !== true || isGuarded !== true) return [];
    const table = step.known.nameOf(relation);
    const isDropped = step.before.some(({ statement }) => drops(statement.node, idxname));
    if (step.known.isNew(table) || isDropped) return [];
    return [hazard(concurrentIndexIfNotExists, { index: idxname })];
  },
};

function drops(node: Node, index: string): boolean {
  if (!("DropStmt" in node) || node.DropStmt.removeType !== "OBJECT_INDEX") return false;
  return (node.DropStmt.objects ?? []).some(
    (object) => "List" in object && stringsOf(object.List.items).at(-1) === index,
  );
}
