import { acceptHazards } from "./accept-hazards.ts";
import type { Dialect } from "./dialects/dialect.ts";
import type { MigrationOperation } from "./migration-operation.ts";
import type { MigrationPhase } from "./migration-stage.ts";
import type { MigrationPlan } from "./plan-migration.ts";
import type { SqlLine, SqlStatement } from "./sql-line.ts";

/**
 * The lines of one direction of a migration: one transaction with limits on waiting, or one
 * statement without any; each step under a comment that names its element, so that a committed file
 * can still be traced.
 */
export function renderMigration(
  dialect: Dialect,
  plan: MigrationPlan,
  direction: "up" | "down",
  header: readonly string[],
  subject: string,
): readonly SqlLine[] {
  const operations = direction === "up" ? plan.operations : plan.operations.toReversed();
  const isAlone = plan.manner === "alone";
  const isEmpty = operations.every((operation) => operation[direction].length === 0);
  const notes = direction === "up" ? phaseNotes(plan) : [];
  const accepted = dialect.id === "postgresql" ? acceptHazards(plan, direction) : NONE;
  return [
    ...[...header, ...notes, ...(isEmpty ? EMPTY : isAlone ? ALONE : [])].map((text) => ({
      text: `-- ${text}`,
      subject,
    })),
    ...(isAlone ? [] : frame(dialect.prologue, subject)),
    ...operations.flatMap((operation) => renderOperation(operation, direction, subject, accepted)),
    ...(isAlone ? [] : [{ text: "", subject }, ...frame(dialect.epilogue, subject)]),
  ];
}

const NONE: ReturnType<typeof acceptHazards> = new Map();

const ALONE = [
  "One statement that refuses a transaction: it is alone in its file, and takes no limits with it.",
];

const EMPTY = ["Nothing has to be done: what was filled goes with its column."];

/** When a file is to be applied, and what stops working with it. */
function phaseNotes({ phase, operations }: MigrationPlan): readonly string[] {
  const broken = [...new Set(operations.flatMap(({ breaks }) => breaks ?? []))];
  return [
    ...(phase === undefined ? [] : [`Phase: ${phase}. ${PHASES[phase]}`]),
    ...broken.map((what) => `Stop the old version of the service before: ${what}.`),
  ];
}

const PHASES: Readonly<Record<MigrationPhase, string>> = {
  expand: "Apply while the old version of the service runs: it does not notice.",
  backfill: "Apply after the expansion, while the old version runs; it may be run again.",
  validate: "Apply after the backfill, while the old version runs.",
  switch: "Apply before the new version is started; the old version may go on beside it.",
  contract: "Apply only after the old version of the service is gone.",
};

/** Subjects of the lines of a committed file, read back from its comments. */
export function readSubjects(text: string): readonly { line: number; subject: string }[] {
  return text.split("\n").flatMap((line, index) => {
    const subject = /^-- (?:undo )?[a-z ]+: ([a-z0-9-]+(?:\/[a-z0-9-]+)+)$/.exec(line)?.[1];
    return subject === undefined ? [] : [{ line: index + 1, subject }];
  });
}

function renderOperation(
  operation: MigrationOperation,
  direction: "up" | "down",
  subject: string,
  accepted: ReturnType<typeof acceptHazards>,
): readonly SqlLine[] {
  const { title, up, down, upNote, downNote } = operation;
  const note = direction === "up" ? upNote : downNote;
  const statements: readonly SqlStatement[] = direction === "up" ? up : down;
  const own = operation.subject;
  // A step of the other direction only, or one that is there for its checks.
  if (statements.length === 0 && note === undefined) return [];
  return [
    { text: "", subject },
    { text: `-- ${direction === "up" ? "" : "undo "}${title}: ${own}`, subject: own },
    ...(note === undefined ? [] : [{ text: `-- note: ${note}`, subject: own }]),
    ...statements.flatMap((statement) => [
      ...(accepted.get(statement) ?? []).map((text) => ({ text: `-- ${text}`, subject: own })),
      ...statement,
    ]),
  ];
}

function frame(statements: readonly string[], subject: string): readonly SqlLine[] {
  return statements.map((text) => ({ text: `${text};`, subject }));
}
