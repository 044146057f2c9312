import type { LintOptions } from "../checks/lint-migrations.ts";
import { lintMigrations as lintSources } from "../checks/lint-migrations.ts";
import type { Diagnostic, Outcome } from "../diagnostics/diagnostic.ts";
import type { Database } from "../engines/database.ts";
import { noDatabase } from "../engines/no-database.ts";
import { openDatabase } from "../engines/open-database.ts";
import { runSchema } from "../engines/run-schema.ts";
import type { Host } from "../host/host.ts";
import { withoutUndefined } from "../util/without-undefined.ts";
import { migrationNotFound } from "./migration-not-found.ts";
import { readMigration, readMigrations } from "./read-migrations.ts";
import type { RunReport } from "./run-report.ts";
import { unusable } from "./run-report.ts";
import { unusableSchema } from "./unusable-schema.ts";

/** What a person asks `lint-migrations` for. */
export interface LintRequest {
  /** Files, or folders whose `.sql` files are taken in the order of their numbers. */
  readonly inputs: readonly string[];
  /** A file that makes the schema before the first migration. */
  readonly schema?: string;
  /** The first file that findings are reported for, by its path or its name. */
  readonly from?: string;
  readonly transaction: "auto" | "always" | "never";
  readonly together: boolean;
  readonly assumeTimeouts: boolean;
}

const COMMAND = "lint-migrations";

/** Looks for hazards in migrations that somebody wrote by hand. Writes nothing. */
export async function lintMigrations(request: LintRequest, host: Host): Promise<RunReport> {
  const { sources, diagnostics: problems } = await readMigrations(host.files, request.inputs);
  const isUnusable = problems.some(({ severity }) => severity === "error");
  const first = request.from === undefined ? 0 : sources.findIndex(isNamed(request.from));
  if (first < 0) {
    const path = request.from ?? "";
    return unusable(COMMAND, [...problems, migrationNotFound("package", { path })]);
  }
  const marked = sources.map((source, index) => ({ ...source, isHistory: index < first }));
  const base = request.schema === undefined ? undefined : await openBase(request.schema, host);
  if (base !== undefined && base.value === undefined) {
    return unusable(COMMAND, [...problems, ...base.diagnostics]);
  }
  host.log.progress(`linting ${sources.length} migrations`);
  const options: LintOptions = withoutUndefined({
    mode: ({ auto: undefined, always: "runner", never: "none" } as const)[request.transaction],
    together: request.together,
    assumeTimeouts: request.assumeTimeouts,
    base: base?.value,
  });
  try {
    const found = await lintSources(marked, options);
    return report(problems, found, sources.length - first, isUnusable);
  } finally {
    await base?.value?.database.close();
  }
}

function report(
  problems: readonly Diagnostic[],
  found: readonly Diagnostic[],
  count: number,
  isUnusable: boolean,
): RunReport {
  const files = new Set(found.map(({ artifact }) => artifact?.path)).size;
  const text = `${count} looked at, ${files === 0 ? "none" : files} with findings`;
  return {
    command: COMMAND,
    status: isUnusable ? "unusable" : "done",
    diagnostics: [...problems, ...found],
    summary: [{ label: "migrations", text }],
  };
}

function isNamed(name: string): (source: { readonly path: string }) => boolean {
  return ({ path }) => path === name || path.endsWith(`/${name}`);
}

/** An engine that has run the schema. */
async function openBase(
  path: string,
  host: Host,
): Promise<Outcome<{ readonly text: string; readonly database: Database }>> {
  const read = await readMigration(host.files, path);
  if (read.value === undefined) return { diagnostics: read.diagnostics };
  let database: Database;
  try {
    database = await openDatabase(host);
  } catch (error) {
    const reason = error instanceof Error ? (error.message.split("\n")[0] ?? "") : String(error);
    return { diagnostics: [noDatabase("package", { reason })] };
  }
  const outcome = await runSchema(database, read.value);
  if ("text" in outcome) return { value: { text: outcome.text, database }, diagnostics: [] };
  await database.close();
  const { problem, line, column } = outcome;
  const details = { artifact: { path, locator: { line, column } } };
  return { diagnostics: [unusableSchema("package", { path, problem }, details)] };
}
