import type { ParsedStatement } from "../../../engines/parse-sql.ts";

/**
 * Who opens a transaction around the statements: `none`: each commits by itself; `runner`: the tool
 * opens one for the whole file; `batch`: all are sent at once, and PostgreSQL makes one of two or
 * more (manual, 53.2.2.1, multiple statements in a simple query).
 */
export type TransactionMode = "none" | "runner" | "batch";

export interface OpenTransaction {
  /** Differs between two transactions of a file. */
  readonly id: number;
  readonly by: "file" | "runner" | "batch";
}

/** For each statement, the transaction that is open when it begins; and the one after the last. */
export function openTransactions(
  statements: readonly ParsedStatement[],
  mode: TransactionMode,
): readonly (OpenTransaction | undefined)[] {
  const isBatch = mode === "batch" && statements.length > 1;
  let id = 0;
  let open: OpenTransaction | undefined =
    mode === "runner" ? { id, by: "runner" } : isBatch ? { id, by: "batch" } : undefined;
  const around: (OpenTransaction | undefined)[] = [open];
  for (const { node } of statements) {
    const kind = "TransactionStmt" in node ? node.TransactionStmt.kind : undefined;
    if (kind === "TRANS_STMT_BEGIN" || kind === "TRANS_STMT_START") {
      // In a batch, what came before it becomes part of it.
      if (open === undefined) open = { id: ++id, by: "file" };
      else if (open.by === "batch") open = { ...open, by: "file" };
    }
    if (kind === "TRANS_STMT_COMMIT" || kind === "TRANS_STMT_ROLLBACK") {
      open = isBatch ? { id: ++id, by: "batch" } : undefined;
    }
    if (kind === "TRANS_STMT_PREPARE") open = undefined;
    around.push(open);
  }
  return around;
}
