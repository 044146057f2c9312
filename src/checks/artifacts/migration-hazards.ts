import type { Artifact } from "../../artifacts/artifact.ts";
import { subjectAt } from "../../artifacts/subject-at.ts";
import type { Diagnostic } from "../../diagnostics/diagnostic.ts";
import { engineOfContext } from "../../sql/engine-of-context.ts";
import { sortedBy } from "../../util/order.ts";
import type { ArtifactCheck, ArtifactCheckContext } from "../artifact-check.ts";
import type { MigrationSource } from "../lint-migrations.ts";
import { lintMigrations } from "../lint-migrations.ts";

/**
 * Holds the migrations that groundplan wrote to the rules of those that people write. Not the ways
 * back: they are exact inverses, for a release that failed.
 */
export const migrationHazardsCheck: ArtifactCheck = { cost: "slow", check };

/** What a Design takes away or names anew is meant; its file says when it may be applied. */
const MEANT: ReadonlySet<string> = new Set([
  "migrations/drop-column",
  "migrations/drop-not-null",
  "migrations/drop-table",
  "migrations/rename-column",
  "migrations/rename-table",
]);

async function check(
  artifacts: readonly Artifact[],
  { design }: ArtifactCheckContext,
): Promise<readonly Diagnostic[]> {
  const found: Diagnostic[] = [];
  for (const own of design.contexts) {
    if (engineOfContext(design, own).value !== "postgresql") continue;
    const ups = artifacts.filter(
      ({ kind, context }) => kind === "sql-up" && context === own.context,
    );
    const sources = sortedBy(ups, ({ path }) => path).map(asSource);
    found.push(...(await lintMigrations(sources)).filter(({ code }) => !MEANT.has(code)));
  }
  return found;
}

function asSource(artifact: Artifact): MigrationSource {
  const { path, text } = artifact;
  return { path, text, subjectAt: (line) => subjectAt(artifact, { line }) };
}
