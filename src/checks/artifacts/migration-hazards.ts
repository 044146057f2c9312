import type { Artifact } from "../../artifacts/artifact.ts";
import { subjectAt } from "../../artifacts/subject-at.ts";
import type { Diagnostic } from "../../diagnostics/diagnostic.ts";
import { engineOfContext } from "../../sql/engine-of-context.ts";
import { sortedBy } from "../../util/order.ts";
import type { ArtifactCheck, ArtifactCheckContext } from "../artifact-check.ts";
import type { MigrationSource } from "../lint-migrations.ts";
import { lintMigrations } from "../lint-migrations.ts";

/**
 * Holds the migrations that groundplan wrote to the rules of those that people write; where it means
 * what they warn of, the file says so and why.
 */
export const migrationHazardsCheck: ArtifactCheck = { cost: "slow", check };

async function check(
  artifacts: readonly Artifact[],
  { design }: ArtifactCheckContext,
): Promise<readonly Diagnostic[]> {
  const found: Diagnostic[] = [];
  for (const own of design.contexts) {
    if (engineOfContext(design, own).value !== "postgresql") continue;
    const files = artifacts.filter(
      ({ kind, context }) => (kind === "sql-up" || kind === "sql-down") && context === own.context,
    );
    const sources = sortedBy(files, inOrder).map(asSource);
    found.push(...(await lintMigrations(sources)));
  }
  return found;
}

/** A way back follows its way there: it starts from what that has made. */
function inOrder({ path, kind }: Artifact): string {
  const number = /\/[VU]?(\d{4})_/.exec(path)?.[1] ?? path;
  return `${number} ${kind === "sql-up" ? 1 : 2}`;
}

function asSource(artifact: Artifact): MigrationSource {
  const { path, text } = artifact;
  return { path, text, subjectAt: (line) => subjectAt(artifact, { line }) };
}
