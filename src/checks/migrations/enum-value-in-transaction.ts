import { declareDiagnostic } from "../../diagnostics/declare-diagnostic.ts";
import type { A_Const, Node } from "libpg-query";
import type { MigrationRule } from "../migration-rule.ts";
import { hazard } from "../migration-rule.ts";
import { stringsOf, visitNodes } from "./support/nodes.ts";

export const enumValueInTransaction = declareDiagnostic<{
  readonly type: string;
  readonly value: string;
}>({
  code: "migrations/enum-value-in-transaction",
  severity: "error",
  message: ({ type, value }) =>
    `the value ${value} of ${type} cannot be used in the transaction that adds it`,
  fix: "add the value in a migration before the one that uses it",
});

export const enumValueInTransactionRule: MigrationRule = {
  check(step) {
    if (step.transaction === undefined) return [];
    const { id } = step.transaction;
    const text = literalsOf(step.statement.node);
    return step.before.flatMap((earlier) => {
      const { node } = earlier.statement;
      if (earlier.transaction?.id !== id || !("AlterEnumStmt" in node)) return [];
      const { typeName, newVal: value = "", oldVal } = node.AlterEnumStmt;
      if (oldVal !== undefined || !text.has(value)) return [];
      return [hazard(enumValueInTransaction, { type: stringsOf(typeName).join("."), value })];
    });
  },
};

function literalsOf(node: Node): ReadonlySet<string> {
  const found = new Set<string>();
  // The value is no literal where it is added.
  visitNodes(node, (kind, body) => {
    const text = kind === "A_Const" ? (body as A_Const).sval?.sval : undefined;
    if (text !== undefined) found.add(text);
  });
  return found;
}
