import type { Artifact } from "../../artifacts/artifact.ts";
import type { DatabaseEngine } from "../../design/database-engine.ts";
import { databaseEngines } from "../../design/database-engine.ts";
import type { Diagnostic } from "../../diagnostics/diagnostic.ts";
import type { ArtifactCheck, ArtifactCheckContext } from "../artifact-check.ts";
import { contextFiles } from "./migrations/context-files.ts";
import { createDescribeColumn } from "./migrations/describe-column.ts";
import { engineOfFiles } from "./migrations/engine-of-files.ts";
import { noDatabase } from "../../engines/no-database.ts";
import { notExecuted } from "./migrations/findings/not-executed.ts";
import { openEngine } from "./migrations/open-engine.ts";
import type { ProofEngine } from "./migrations/proof-engine.ts";
import { proveContext } from "./migrations/prove-context.ts";

/** Runs all migrations and data checks on the engine that they are written for. */
export const migrationsCheck: ArtifactCheck = { cost: "slow", check };

async function check(
  artifacts: readonly Artifact[],
  context: ArtifactCheckContext,
): Promise<readonly Diagnostic[]> {
  const contexts = contextFiles(artifacts);
  const found: Diagnostic[] = [];
  for (const engine of databaseEngines) {
    const own = contexts.filter((files) => engineOfFiles(files) === engine);
    if (own.length > 0) found.push(...(await checkOn(engine, own, context)));
  }
  return found;
}

async function checkOn(
  engine: DatabaseEngine,
  contexts: ReturnType<typeof contextFiles>,
  { design, host }: ArtifactCheckContext,
): Promise<readonly Diagnostic[]> {
  let proof: ProofEngine | { readonly reason: string };
  try {
    proof = await openEngine(engine, host);
  } catch (error) {
    const reason = error instanceof Error ? (error.message.split("\n")[0] ?? "") : String(error);
    return [noDatabase("package", { reason })];
  }
  if ("reason" in proof) {
    const { reason } = proof;
    return contexts.map(({ context }) =>
      notExecuted(`system/context/${context}`, { context, engine, reason }),
    );
  }
  host.log.detail(`proving ${contexts.length} contexts on ${proof.version}`);
  const describe = createDescribeColumn(design);
  const found: Diagnostic[] = [];
  try {
    for (const files of contexts) {
      found.push(...(await proveContext(proof, files, describe)));
      if (files.migrations.length < 2 || proof.measureImpact === undefined) continue;
      await proof.startAnew();
      for (const line of await proof.measureImpact(files.migrations)) host.log.detail(line);
    }
  } finally {
    await proof.close();
  }
  return found;
}
