import type { Artifact } from "../../../artifacts/artifact.ts";
import type { Diagnostic } from "../../../diagnostics/diagnostic.ts";
import type { ConsistencyCheck } from "../../../sql/consistency-checks.ts";
import { consistencyChecks } from "../../../sql/consistency-checks.ts";
import type { AlteringDialect } from "../../../sql/dialects/dialect.ts";
import type { RelationalModel, Table } from "../../../sql/relational-model.ts";
import { askQuery } from "./ask-query.ts";
import { breakRow, postgresqlRows } from "./break-rows.ts";
import type { Database } from "../../../engines/database.ts";
import { queryRows } from "../../../engines/database.ts";
import type { CheckQuery } from "./check-query.ts";
import { noValidRow } from "./findings/no-valid-row.ts";
import { insertSeed } from "./insert-seed.ts";
import { proveSight } from "./prove-sight.ts";
import { readQueries } from "./read-queries.ts";
import type { DescribeColumn, Seed } from "./seed-rows.ts";
import { seedRows } from "./seed-rows.ts";

const MARK = "SAVEPOINT silence";

/**
 * Proves the data checks on the migrated database: silent about good rows, and each returns
 * exactly the one row that is made bad for it. Leaves nothing behind.
 */
export async function proveChecks(
  database: Database,
  dialect: AlteringDialect,
  model: RelationalModel,
  files: readonly Artifact[],
  describe: DescribeColumn,
): Promise<readonly Diagnostic[]> {
  const queries = (await Promise.all(files.map(readQueries))).flat();
  const seed = seedRows(model, describe);
  await database.run("BEGIN");
  const refused = await insertSeed(database, dialect, model, seed);
  if (refused !== undefined) await database.run("ROLLBACK; BEGIN");
  const found: Diagnostic[] = refused === undefined ? [] : [describeRefusal(model, refused)];
  const working: CheckQuery[] = [];
  await database.run(MARK);
  for (const query of queries) {
    const diagnostic = await askQuery(database, query);
    if (diagnostic === undefined) {
      working.push(query);
      continue;
    }
    found.push(diagnostic);
    // One that fails ends what the transaction can do.
    await database.run(`ROLLBACK TO ${MARK}`);
  }
  const byId = new Map(working.map((query) => [query.id, query]));
  if (refused === undefined) {
    for (const table of model.tables) {
      found.push(...(await proveTable(database, dialect, model, table, { seed, byId })));
    }
  }
  for (const { id, breakOne } of dialect.catalogueChecks) {
    const query = byId.get(id);
    if (query !== undefined) found.push(...(await proveSight(database, query, [breakOne])));
  }
  await database.run("ROLLBACK");
  return found;
}

interface Proof {
  readonly seed: Seed;
  readonly byId: ReadonlyMap<string, CheckQuery>;
}

async function proveTable(
  database: Database,
  dialect: AlteringDialect,
  model: RelationalModel,
  table: Table,
  { seed, byId }: Proof,
): Promise<readonly Diagnostic[]> {
  if ((seed.rows.get(table.id) ?? []).length === 0) return [];
  const checks: readonly ConsistencyCheck[] = consistencyChecks(dialect, model, table);
  const rows = postgresqlRows(dialect);
  const found: Diagnostic[] = [];
  await database.run("SAVEPOINT whole");
  await queryRows(database, coverWithCopy(dialect, table));
  for (const check of checks) {
    const query = byId.get(check.id);
    if (query === undefined) continue;
    for (const alternatives of breakRow(dialect, check, seed, rows)) {
      found.push(...(await proveSight(database, query, alternatives)));
    }
  }
  await database.run("ROLLBACK TO SAVEPOINT whole; RELEASE SAVEPOINT whole");
  return found;
}

/**
 * A temporary table of the same name stands before the real one: the same columns and rows, and
 * nothing that would refuse a bad row.
 */
function coverWithCopy({ identifier }: AlteringDialect, { name }: Table): string {
  return `CREATE TEMPORARY TABLE ${identifier(name)} AS TABLE ${identifier(name)}`;
}

export function describeRefusal(
  model: RelationalModel,
  { table, reason }: { readonly table: Table | undefined; readonly reason: string },
): Diagnostic {
  const subject = table?.subject ?? `system/context/${model.context}`;
  return noValidRow(subject, { table: table?.name ?? `the context ${model.title}`, reason });
}
