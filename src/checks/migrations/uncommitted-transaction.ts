import { declareDiagnostic } from "../../diagnostics/declare-diagnostic.ts";
import type { MigrationRule } from "../migration-rule.ts";
import { hazard } from "../migration-rule.ts";

export const uncommittedTransaction = declareDiagnostic({
  code: "migrations/uncommitted-transaction",
  severity: "error",
  message:
    "the transaction that the file begins here is never committed: all that follows is undone",
  fix: "end the file with COMMIT",
});

export const uncommittedTransactionRule: MigrationRule = {
  check(step) {
    const { node } = step.statement;
    const kind = "TransactionStmt" in node ? node.TransactionStmt.kind : undefined;
    return (kind === "TRANS_STMT_BEGIN" || kind === "TRANS_STMT_START") && step.isLeftOpen
      ? [hazard(uncommittedTransaction, {})]
      : [];
  },
};
