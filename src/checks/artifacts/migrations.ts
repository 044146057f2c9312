import type { Artifact } from "../../artifacts/artifact.ts";
import type { Diagnostic } from "../../diagnostics/diagnostic.ts";
import type { ArtifactCheck, ArtifactCheckContext } from "../artifact-check.ts";
import { contextFiles } from "./migrations/context-files.ts";
import type { Database } from "../../engines/database.ts";
import { createDescribeColumn } from "./migrations/describe-column.ts";
import { createPostgresqlEngine } from "./migrations/engines/postgresql-engine.ts";
import { noDatabase } from "../../engines/no-database.ts";
import { openDatabase } from "../../engines/open-database.ts";
import { proveContext } from "./migrations/prove-context.ts";

/** Runs all migrations and data checks on a PostgreSQL in this process. */
export const migrationsCheck: ArtifactCheck = { cost: "slow", check };

async function check(
  artifacts: readonly Artifact[],
  { design, host }: ArtifactCheckContext,
): Promise<readonly Diagnostic[]> {
  const contexts = contextFiles(artifacts);
  if (contexts.length === 0) return [];
  let database: Database;
  try {
    database = await openDatabase(host);
  } catch (error) {
    const reason = error instanceof Error ? (error.message.split("\n")[0] ?? "") : String(error);
    return [noDatabase("package", { reason })];
  }
  const describe = createDescribeColumn(design);
  const found: Diagnostic[] = [];
  try {
    for (const files of contexts) {
      found.push(...(await proveContext(createPostgresqlEngine(database), files, describe)));
    }
  } finally {
    await database.close();
  }
  return found;
}
