import type { Diagnostic } from "../../../diagnostics/diagnostic.ts";
import type { Database } from "../../../engines/database.ts";
import { queryRows } from "../../../engines/database.ts";
import { columnName } from "../../../sql/check-expression.ts";
import type { Dialect } from "../../../sql/dialects/dialect.ts";
import type { RelationalModel, Table } from "../../../sql/relational-model.ts";
import { tenantNotIsolated } from "./findings/tenant-not-isolated.ts";
import { insertRow, seedLiteral } from "./insert-seed.ts";
import type { SeedValue } from "./seed-row.ts";
import type { Seed } from "./seed-rows.ts";

/** SQLSTATE insufficient_privilege: what a policy answers to a row that it forbids. */
const REFUSED = "42501";

/** A role that owns nothing, as the service has in production. */
const ROLE = "groundplan_proof";

/**
 * Acts as one tenant on rows of two, as a role that does not own the tables: sees its own rows and
 * no other, changes none of them, adds none for another, and sees nothing without a tenant.
 */
export async function proveTenancy(
  database: Database,
  dialect: Dialect,
  model: RelationalModel,
  seed: Seed,
): Promise<readonly Diagnostic[]> {
  const tables = model.tables.filter(({ policy }) => policy !== undefined);
  if (tables.length === 0) return [];
  await database.run("SAVEPOINT tenancy");
  await queryRows(
    database,
    `CREATE ROLE ${ROLE}; GRANT USAGE ON SCHEMA proof TO ${ROLE}; ` +
      `GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA proof TO ${ROLE}; ` +
      `SET LOCAL ROLE ${ROLE}`,
  );
  const found: Diagnostic[] = [];
  for (const table of tables) {
    const leak = await findLeak(database, dialect, table, seed);
    if (leak !== undefined) {
      found.push(tenantNotIsolated(table.subject, { table: table.name, leak }));
    }
  }
  await database.run("ROLLBACK TO SAVEPOINT tenancy; RELEASE SAVEPOINT tenancy");
  return found;
}

async function findLeak(
  database: Database,
  dialect: Dialect,
  table: Table,
  seed: Seed,
): Promise<string | undefined> {
  const column = table.policy?.column ?? "";
  const rows = seed.rows.get(table.id) ?? [];
  const literal = (value: SeedValue): string => seedLiteral(dialect, table, column, value);
  const [first] = rows;
  const own = first?.[column];
  const other = rows.find((row) => row[column] !== own);
  const foreign = other?.[column];
  if (own === undefined || other === undefined || foreign === undefined) return undefined;
  const name = dialect.identifier(table.name);
  const tenant = dialect.identifier(columnName(table, column));
  const actAs = (value: string): Promise<unknown> =>
    queryRows(database, `SELECT set_config('app.tenant_id', ${value}, true)`);
  const count = async (sql: string): Promise<number> => {
    const [row] = await queryRows(database, sql);
    return Number(row?.["count"] ?? 0);
  };

  await actAs("''");
  if ((await count(`SELECT count(*) FROM ${name}`)) > 0)
    return "a session without a tenant sees rows";
  await actAs(literal(own));
  if ((await count(`SELECT count(*) FROM ${name}`)) === 0)
    return "a tenant does not see its own rows";
  if ((await count(`SELECT count(*) FROM ${name} WHERE ${tenant} <> ${literal(own)}`)) > 0)
    return "a tenant sees the rows of another";
  const takeover = `WITH changed AS (UPDATE ${name} SET ${tenant} = ${tenant} WHERE ${tenant} = ${literal(foreign)} RETURNING 1) SELECT count(*) FROM changed`;
  if ((await count(takeover)) > 0) return "a tenant changes the rows of another";
  await database.run("SAVEPOINT intrusion");
  const added = await database.run(insertRow(dialect, table, other));
  await database.run("ROLLBACK TO SAVEPOINT intrusion; RELEASE SAVEPOINT intrusion");
  if ("failure" in added && added.failure.code === REFUSED) return undefined;
  return "a tenant adds a row for another";
}
