import type { Dialect } from "./dialects/dialect.ts";
import type { MigrationOperation } from "./migration-operation.ts";
import type { MigrationPlan } from "./plan-migration.ts";
import type { SqlLine, SqlStatement } from "./sql-line.ts";

/**
 * The lines of one direction of a migration: one transaction with limits on waiting, each step
 * under a comment that names its element, so that a committed file can still be traced.
 */
export function renderMigration(
  dialect: Dialect,
  plan: MigrationPlan,
  direction: "up" | "down",
  header: readonly string[],
  subject: string,
): readonly SqlLine[] {
  const operations = direction === "up" ? plan.operations : plan.operations.toReversed();
  return [
    ...header.map((text) => ({ text: `-- ${text}`, subject })),
    ...frame(dialect.prologue, subject),
    ...operations.flatMap((operation) => renderOperation(operation, direction, subject)),
    { text: "", subject },
    ...frame(dialect.epilogue, subject),
  ];
}

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
): readonly SqlLine[] {
  const { title, up, down, upNote, downNote } = operation;
  const note = direction === "up" ? upNote : downNote;
  const statements: readonly SqlStatement[] = direction === "up" ? up : down;
  const own = operation.subject;
  return [
    { text: "", subject },
    { text: `-- ${direction === "up" ? "" : "undo "}${title}: ${own}`, subject: own },
    ...(note === undefined ? [] : [{ text: `-- note: ${note}`, subject: own }]),
    ...statements.flat(),
  ];
}

function frame(statements: readonly string[], subject: string): readonly SqlLine[] {
  return statements.map((text) => ({ text: `${text};`, subject }));
}
