import type { Artifact } from "../../src/artifacts/artifact.ts";
import type { ArtifactCheck } from "../../src/checks/artifact-check.ts";
import { migrationHazardsCheck } from "../../src/checks/artifacts/migration-hazards.ts";
import { secondSqlParserCheck } from "../../src/checks/artifacts/second-sql-parser.ts";
import { sqlSyntaxCheck } from "../../src/checks/artifacts/sql-syntax.ts";
import { lintMigrations } from "../../src/checks/lint-migrations.ts";
import type { Design } from "../../src/design/design.ts";
import type { Diagnostic } from "../../src/diagnostics/diagnostic.ts";
import { createMemoryHost } from "../../src/host/memory.ts";

/** What `check` does with SQL beside running it; `migrations` runs it. */
const CHECKS: readonly ArtifactCheck[] = [
  sqlSyntaxCheck,
  secondSqlParserCheck,
  migrationHazardsCheck,
];

/**
 * Every finding of the checks that read the SQL of a package, warnings too, and of
 * `groundplan lint-migrations` on its migrations, where they are for PostgreSQL.
 */
export async function inspectSql(
  design: Design,
  artifacts: readonly Artifact[],
): Promise<readonly Diagnostic[]> {
  const host = createMemoryHost();
  const found: Diagnostic[] = [];
  for (const { check } of CHECKS) found.push(...(await check(artifacts, { design, host })));
  if (design.system.stores.some(({ engine }) => engine !== "postgresql" && isSql(engine))) {
    return found;
  }
  return [...found, ...(await lintMigrations(migrationFiles(artifacts)))];
}

function isSql(engine: string): boolean {
  return ["mysql", "mariadb", "sqlite"].includes(engine);
}

/** Each way there with its way back behind it, as files of a folder are read. */
function migrationFiles(artifacts: readonly Artifact[]): readonly Artifact[] {
  const backs = new Map(
    artifacts.filter(({ kind }) => kind === "sql-down").map((down) => [down.path, down]),
  );
  return artifacts
    .filter(({ kind }) => kind === "sql-up")
    .toSorted((a, b) => (a.path < b.path ? -1 : 1))
    .flatMap((up) => {
      const down = backs.get(up.path.replace(/\.up\.sql$/, ".down.sql"));
      return down === undefined ? [up] : [up, down];
    });
}
