import { declareDiagnostic } from "../../diagnostics/declare-diagnostic.ts";
import { commandWithoutTransaction } from "./support/command-without-transaction.ts";
import type { MigrationRule } from "../migration-rule.ts";
import { hazard } from "../migration-rule.ts";

export const concurrentlyInTransaction = declareDiagnostic<{
  readonly command: string;
  readonly reason: string;
}>({
  code: "migrations/concurrently-in-transaction",
  severity: "error",
  message: ({ command, reason }) => `${command} cannot run here: ${reason}`,
  fix: "give it a file of its own, and tell the runner to open no transaction (dbmate: -- migrate:up transaction:false)",
});

export const concurrentlyInTransactionRule: MigrationRule = {
  check(step) {
    const command = commandWithoutTransaction(step.statement.node);
    if (command === undefined || step.transaction === undefined) return [];
    return [hazard(concurrentlyInTransaction, { command, reason: REASONS[step.transaction.by] })];
  },
};

const REASONS = {
  file: "the file opens a transaction around it",
  runner: "the tool that runs the file opens a transaction around it",
  batch: "it is not alone in its file, and statements that are sent together are one transaction",
} as const;
