import type { DiagnosticDetails } from "../../../diagnostics/declare-diagnostic.ts";
import type { Diagnostic } from "../../../diagnostics/diagnostic.ts";
import type { StatementEffect } from "../../../engines/measure-statements.ts";
import { blocksReads } from "../../../engines/lock-mode.ts";
import type { ParsedFile, ParsedStatement, SqlPlace } from "../../../engines/parse-sql.ts";
import type { MigrationStep } from "../../migration-rule.ts";
import { migrationRules } from "../../migration-rules.generated.ts";
import { blockingLocks } from "./blocking-locks.ts";
import { longNames } from "./long-names.ts";
import { judgeByEffect } from "./judge-by-effect.ts";
import type { SqlToken } from "./scan-sql.ts";
import type { SchemaTracker } from "./schema-tracker.ts";
import { createSettingsTracker } from "./session-settings.ts";
import type { TransactionMode } from "./transactions.ts";
import { openTransactions } from "./transactions.ts";

/** A finding in one direction of a file. */
export interface SectionFinding {
  readonly code: string;
  readonly place: SqlPlace;
  /** Number of the statement, from 0; none where it is about no statement. */
  readonly statement?: number;
  report(subject: string, details: DiagnosticDetails): Diagnostic;
}

export interface SectionOptions {
  readonly direction: "up" | "down";
  readonly mode: TransactionMode;
  readonly assumeTimeouts: boolean;
}

/**
 * What the rules see in the statements of one direction, in their order; the tracker is led through
 * them. Where an engine ran them, its effects decide.
 */
export function lintSection(
  { statements, place }: ParsedFile,
  tokens: readonly SqlToken[],
  effects: readonly StatementEffect[],
  tracker: SchemaTracker,
  { direction, mode, assumeTimeouts }: SectionOptions,
): readonly SectionFinding[] {
  const rules = migrationRules.filter((rule) => (rule.direction ?? direction) === direction);
  const session = createSettingsTracker(assumeTimeouts);
  const around = openTransactions(statements, mode);
  const leftOpen = openedLast(statements, around);
  const before: MigrationStep[] = [];
  const held = new Map<number, Set<string>>();
  const found: SectionFinding[] = [];
  for (const [index, statement] of statements.entries()) {
    const transaction = around[index];
    const { known } = tracker;
    const blocking = blockingLocks(statement, known);
    const own = held.get(transaction?.id ?? -1) ?? new Set();
    const step: MigrationStep = {
      statement,
      known,
      blocking,
      held: [...own],
      session: { ...session.current },
      before,
      isLeftOpen: index === leftOpen,
      ...(transaction === undefined ? {} : { transaction }),
    };
    const hazards = rules.flatMap((rule) => rule.check(step));
    for (const hazard of judgeByEffect(step, hazards, effects[index])) {
      const { code, report, location } = hazard;
      const { line, column } = location === undefined ? statement : place(location);
      found.push({ code, report, place: { line, column }, statement: index });
    }
    tracker.apply(statement);
    session.apply(statement);
    before.push(step);
    if (transaction === undefined) continue;
    const kept = blocking.filter((lock) => blocksReads(lock.mode)).map(({ table }) => table);
    held.set(transaction.id, new Set([...own, ...kept]));
  }
  return [...found, ...longNames(tokens)];
}

/** The BEGIN whose transaction is open at the end; -1 where there is none. */
function openedLast(
  statements: readonly ParsedStatement[],
  around: ReturnType<typeof openTransactions>,
): number {
  const open = around.at(-1);
  if (open?.by !== "file") return -1;
  return statements.findLastIndex(
    ({ kind }, index) => kind === "TransactionStmt" && around[index + 1]?.id === open.id,
  );
}
