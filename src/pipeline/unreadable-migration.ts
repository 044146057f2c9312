import { declareDiagnostic } from "../diagnostics/declare-diagnostic.ts";

export const unreadableMigration = declareDiagnostic<{
  readonly path: string;
  readonly problem: string;
}>({
  code: "migrations/unreadable-migration",
  severity: "error",
  message: ({ path, problem }) => `${path} cannot be read: ${problem}`,
  fix: "save it as UTF-8 text, in files of less than 8 MiB",
});
