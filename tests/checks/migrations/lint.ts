import type { Diagnostic } from "../../../src/diagnostics/diagnostic.ts";
import type { LintOptions } from "../../../src/checks/lint-migrations.ts";
import { lintMigrations } from "../../../src/checks/lint-migrations.ts";

/** Files by path, in their order; a text alone is one file without a transaction. */
export function lint(
  files: string | Readonly<Record<string, string>>,
  options: LintOptions = {},
): () => Promise<readonly Diagnostic[]> {
  const entries = typeof files === "string" ? { "change.sql": files } : files;
  const sources = Object.entries(entries).map(([path, text]) => ({ path, text }));
  return () => lintMigrations(sources, options);
}
