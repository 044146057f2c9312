import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import type { Database } from "../engines/database.ts";
import { measureStatements } from "../engines/measure-statements.ts";
import { parseSql } from "../engines/parse-sql.ts";
import { invalidSyntax } from "./migrations/findings/invalid-syntax.ts";
import type { SectionFinding } from "./migrations/support/lint-section.ts";
import { lintSection } from "./migrations/support/lint-section.ts";
import type { MigrationSection } from "./migrations/support/migration-sections.ts";
import { migrationSections } from "./migrations/support/migration-sections.ts";
import { resolveSuppressions } from "./migrations/support/resolve-suppressions.ts";
import { scanSql } from "./migrations/support/scan-sql.ts";
import type { SchemaTracker } from "./migrations/support/schema-tracker.ts";
import { createSchemaTracker } from "./migrations/support/schema-tracker.ts";
import type { TransactionMode } from "./migrations/support/transactions.ts";

/** One migration file. */
export interface MigrationSource {
  readonly path: string;
  readonly text: string;
  /** Its findings are not reported: it only tells what the schema is like. */
  readonly isHistory?: boolean;
  /** The element of the Design that a line is about; the package where nobody says. */
  subjectAt?(line: number): string;
}

export interface LintOptions {
  /** Who opens a transaction, whatever the form of a file says. */
  readonly mode?: TransactionMode;
  /** All files are one change: what the first makes is new in the last. */
  readonly together?: boolean;
  /** The connection sets `lock_timeout` and `statement_timeout`. */
  readonly assumeTimeouts?: boolean;
  /** The schema before the first file: what made it, and an engine that has run it. */
  readonly base?: { readonly text: string; readonly database: Database };
}

/** Looks for hazards in migrations for PostgreSQL, in the order in which they run. */
export async function lintMigrations(
  sources: readonly MigrationSource[],
  options: LintOptions = {},
): Promise<readonly Diagnostic[]> {
  const tracker = createSchemaTracker();
  const base = options.base === undefined ? undefined : await parseSql(options.base.text);
  if (base !== undefined && "statements" in base) base.statements.forEach(tracker.apply);
  tracker.startChange();
  let database = options.base?.database;
  const diagnostics: Diagnostic[] = [];
  for (const source of sources) {
    for (const section of migrationSections(source.path, source.text)) {
      const isUp = section.direction === "up";
      // A way back starts from what the way there has made, and nobody goes on from its end.
      const own = isUp ? tracker : tracker.fork();
      own.startFile();
      if (options.together !== true || !isUp) own.startChange();
      const engine = isUp ? database : undefined;
      const { findings, isBroken } = await findInSection(section, own, options, engine);
      if (isBroken) database = undefined;
      if (source.isHistory !== true) diagnostics.push(...findings.map((f) => locate(f, source)));
    }
  }
  return diagnostics;
}

async function findInSection(
  section: MigrationSection,
  tracker: SchemaTracker,
  { mode, assumeTimeouts = false }: LintOptions,
  database: Database | undefined,
): Promise<{ readonly findings: readonly SectionFinding[]; readonly isBroken: boolean }> {
  const parsed = await parseSql(section.text);
  if ("error" in parsed) {
    const { error: reason, line, column } = parsed;
    const report: SectionFinding["report"] = (subject, details) =>
      invalidSyntax(subject, { reason }, details);
    const finding = { code: invalidSyntax.code, place: { line, column }, report };
    return { findings: [finding], isBroken: true };
  }
  const { statements } = parsed;
  const texts = statements.map(({ text }) => text);
  const effects = database === undefined ? [] : await measureStatements(database, texts);
  const tokens = scanSql(section.text);
  const found = lintSection(parsed, tokens, effects, tracker, {
    direction: section.direction,
    mode: mode ?? section.mode(statements),
    assumeTimeouts,
  });
  return {
    findings: resolveSuppressions(section.text, tokens, statements, found),
    isBroken: effects.some(({ failure }) => failure !== undefined),
  };
}

function locate({ report, place }: SectionFinding, source: MigrationSource): Diagnostic {
  const subject = source.subjectAt?.(place.line) ?? "package";
  return report(subject, { artifact: { path: source.path, locator: place } });
}
