import type { Artifact } from "../../../artifacts/artifact.ts";
import type { ContextDesign, Design } from "../../../design/design.ts";
import type { Database } from "../../../engines/database.ts";
import { queryRows } from "../../../engines/database.ts";
import { openDatabase } from "../../../engines/open-database.ts";
import type { Host } from "../../../host/host.ts";
import { accessPaths } from "../../../sql/access-path.ts";
import type { AccessPlans } from "../../../sql/access-plans.ts";
import { accessDigest } from "../../../sql/access-plans.ts";
import { buildRelationalModel } from "../../../sql/build-relational-model.ts";
import { postgresql } from "../../../sql/dialects/postgresql.ts";
import { createDescribeColumn } from "./describe-column.ts";
import { explainAccess } from "./explain-access.ts";
import { seedRows } from "./seed-rows.ts";

/**
 * What PostgreSQL's planner (PGlite) says about the declared access patterns of these contexts.
 * Nothing of a context whose schema does not run, and nothing at all where the engine cannot
 * start: the checks that execute migrations say so.
 */
export async function measureAccess(
  artifacts: readonly Artifact[],
  design: Design,
  contexts: readonly ContextDesign[],
  host: Host,
): Promise<readonly AccessPlans[]> {
  const database = await openDatabase(host).catch(() => undefined);
  if (database === undefined) return [];
  try {
    const measured: AccessPlans[] = [];
    for (const context of contexts) {
      const schema = artifacts.find(
        ({ kind, context: own }) => kind === "sql-schema" && own === context.context,
      );
      if (schema === undefined) continue;
      const plans = await measureContext(database, schema.text, design, context);
      if (plans !== undefined) measured.push(plans);
    }
    return measured;
  } finally {
    await database.close();
  }
}

async function measureContext(
  database: Database,
  schema: string,
  design: Design,
  context: ContextDesign,
): Promise<AccessPlans | undefined> {
  const { model } = buildRelationalModel(design, context);
  const paths = accessPaths(context, model);
  await queryRows(
    database,
    "RESET ALL; DROP SCHEMA IF EXISTS measure CASCADE; CREATE SCHEMA measure; SET search_path TO measure",
  );
  if ("failure" in (await database.run(schema))) return undefined;
  const seed = seedRows(model, createDescribeColumn(design));
  const plans = await explainAccess(database, postgresql, model, paths, seed);
  const [version] = await queryRows(database, "SELECT current_setting('server_version') AS name");
  const engine = `PostgreSQL ${String(version?.["name"])} (PGlite)`;
  const of = accessDigest(model, paths);
  return { plansVersion: 1, context: context.context, of, engine, plans };
}
