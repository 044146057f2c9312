import { declareDiagnostic } from "../../diagnostics/declare-diagnostic.ts";
import type { MigrationRule } from "../migration-rule.ts";
import { hazard } from "../migration-rule.ts";

export const nestedTransaction = declareDiagnostic<{
  readonly command: string;
  readonly reason: string;
}>({
  code: "migrations/nested-transaction",
  severity: "error",
  message: ({ command, reason }) => `${command} ${reason}`,
  fix: "leave it away, or tell the runner to open no transaction",
});

export const nestedTransactionRule: MigrationRule = {
  check(step) {
    const { node } = step.statement;
    const kind = "TransactionStmt" in node ? node.TransactionStmt.kind : undefined;
    const open = step.transaction;
    if (kind === "TRANS_STMT_BEGIN" || kind === "TRANS_STMT_START") {
      if (open === undefined || open.by === "batch") return [];
      const reason = `stands inside a transaction that ${OPENED[open.by]}: PostgreSQL ignores it`;
      return [hazard(nestedTransaction, { command: "BEGIN", reason })];
    }
    if (kind !== "TRANS_STMT_COMMIT" && kind !== "TRANS_STMT_ROLLBACK") return [];
    const command = kind === "TRANS_STMT_COMMIT" ? "COMMIT" : "ROLLBACK";
    if (open?.by === "file") return [];
    if (open?.by !== "runner") {
      return [
        hazard(nestedTransaction, { command, reason: "ends a transaction that nobody began" }),
      ];
    }
    const reason = "ends the transaction of the runner early";
    return [hazard(nestedTransaction, { command, reason })];
  },
};

const OPENED = { file: "the file began", runner: "the runner began" } as const;
