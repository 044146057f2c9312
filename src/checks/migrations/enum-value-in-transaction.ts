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
    const earlier = step.before.filter(
      ({ statement: { kind }, transaction }) => ENUM.includes(kind) && transaction?.id === id,
    );
    if (earlier.length === 0) return [];
    const literals = literalsOf(step.statement.node);
    const made = earlier.flatMap(({ statement: { node } }) =>
      "CreateEnumStmt" in node ? [stringsOf(node.CreateEnumStmt.typeName).join(".")] : [],
    );
    return earlier.flatMap(({ statement: { node } }) => {
      if (!("AlterEnumStmt" in node)) return [];
      const { typeName, newVal: value = "", oldVal } = node.AlterEnumStmt;
      const type = stringsOf(typeName).join(".");
      // The values of a type that nobody else can see yet are safe.
      if (oldVal !== undefined || made.includes(type) || !literals.has(value)) return [];
      return [hazard(enumValueInTransaction, { type, value })];
    });
  },
};

const ENUM = ["AlterEnumStmt", "CreateEnumStmt"];

function literalsOf(node: Node): ReadonlySet<string> {
  const found = new Set<string>();
  // The value is no literal where it is added.
  visitNodes(node, (kind, body) => {
    const text = kind === "A_Const" ? (body as A_Const).sval?.sval : undefined;
    if (text !== undefined) found.add(text);
  });
  return found;
}
