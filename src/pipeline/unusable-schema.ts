import { declareDiagnostic } from "../diagnostics/declare-diagnostic.ts";

export const unusableSchema = declareDiagnostic<{
  readonly path: string;
  readonly problem: string;
}>({
  code: "migrations/unusable-schema",
  severity: "error",
  message: ({ path, problem }) => `the schema ${path} cannot be used: ${problem}`,
  fix: "make a new dump with pg_dump --schema-only --no-owner --no-privileges",
});
