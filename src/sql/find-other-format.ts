import type { MigrationFormat } from "../design/migration-format.ts";
import { declareDiagnostic } from "../diagnostics/declare-diagnostic.ts";
import type { Diagnostic } from "../diagnostics/diagnostic.ts";

export const otherFormat = declareDiagnostic<{
  readonly path: string;
  readonly from: MigrationFormat;
  readonly to: MigrationFormat;
}>({
  code: "migrations/other-format",
  severity: "error",
  message: ({ path, from, to }) =>
    `the migrations in ${path} are committed as files of ${from}, and ${to} is asked for`,
  fix: ({ from, path, to }) =>
    `stay with --migrations ${from}; to move to ${to} before any of them has run, move ${path} away and generate again`,
});

/** That committed files have another form than the one that is wanted. */
export function findOtherFormat(
  context: string,
  path: string,
  from: MigrationFormat | undefined,
  to: MigrationFormat,
): readonly Diagnostic[] {
  if (from === undefined || from === to) return [];
  return [otherFormat(`system/context/${context}`, { path, from, to }, { artifact: { path } })];
}
