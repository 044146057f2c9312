import type { Artifact } from "../../../artifacts/artifact.ts";
import type { Diagnostic } from "../../../diagnostics/diagnostic.ts";
import type { Database } from "../../../engines/database.ts";
import type { Dialect } from "../../../sql/dialects/dialect.ts";
import type { RelationalModel } from "../../../sql/relational-model.ts";
import { insertSeed } from "./insert-seed.ts";
import { proveHistory } from "./prove-history.ts";
import { proveMaintenance } from "./prove-maintenance.ts";
import { proveTenancy } from "./prove-tenancy.ts";
import type { DescribeColumn } from "./seed-rows.ts";
import { seedRows } from "./seed-rows.ts";

/**
 * Proves on the migrated database with rows in it what policies, triggers and jobs are for. Leaves
 * nothing behind.
 */
export async function proveBehaviour(
  database: Database,
  dialect: Dialect,
  model: RelationalModel,
  maintenance: readonly Artifact[],
  describe: DescribeColumn,
): Promise<readonly Diagnostic[]> {
  const isKept = model.tables.some(({ policy, history }) => (policy ?? history) !== undefined);
  if (!isKept && maintenance.length === 0) return [];
  const seed = seedRows(model, describe);
  const found: Diagnostic[] = [];
  await database.run("BEGIN");
  // That there is no valid row is a finding of the checks already.
  const refused = await insertSeed(database, dialect, model, seed);
  if (refused !== undefined) await database.run("ROLLBACK; BEGIN");
  if (refused === undefined) {
    found.push(...(await proveTenancy(database, dialect, model, seed)));
    found.push(...(await proveHistory(database, dialect, model)));
  }
  found.push(...(await proveMaintenance(database, dialect, model, maintenance)));
  await database.run("ROLLBACK");
  return found;
}
