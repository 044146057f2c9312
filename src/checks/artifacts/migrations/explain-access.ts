import { queryRows } from "../../../engines/database.ts";
import type { Database, SqlRow } from "../../../engines/database.ts";
import { columnName } from "../../../sql/check-expression.ts";
import type { AccessPath } from "../../../sql/access-path.ts";
import type { AccessPlan } from "../../../sql/access-plans.ts";
import type { Dialect } from "../../../sql/dialects/dialect.ts";
import type { RelationalModel, Table } from "../../../sql/relational-model.ts";
import { insertSeed, seedLiteral } from "./insert-seed.ts";
import { readPlan } from "./read-plan.ts";
import { restoreStatistics } from "./restore-statistics.ts";
import type { Seed } from "./seed-rows.ts";

/** Rows of a page of a list, and one to see whether there is more. */
const PAGE = 51;

/**
 * Asks PostgreSQL's planner how it reads each table when that holds as many rows as the Design
 * says. No rows are needed: the statistics are restored as if they were there
 * (`pg_restore_relation_stats`, PostgreSQL 18). The schema stands; nothing is left behind.
 */
export async function explainAccess(
  database: Database,
  dialect: Dialect,
  model: RelationalModel,
  paths: readonly AccessPath[],
  seed: Seed,
): Promise<readonly AccessPlan[]> {
  await database.run("BEGIN");
  // A table needs one page on disk for the planner to believe in its statistics.
  const refused = await insertSeed(database, dialect, model, seed);
  await database.run("ROLLBACK");
  if (refused !== undefined) return [];
  await database.run("BEGIN");
  await restoreStatistics(database, dialect, model, paths);
  const plans: AccessPlan[] = [];
  for (const path of paths) {
    const table = model.tables.find(({ id }) => id === path.entity.id);
    if (table !== undefined) plans.push(await explain(database, dialect, table, path, seed));
  }
  await database.run("ROLLBACK");
  return plans;
}

async function explain(
  database: Database,
  dialect: Dialect,
  table: Table,
  path: AccessPath,
  seed: Seed,
): Promise<AccessPlan> {
  const query = `EXPLAIN (FORMAT JSON) ${queryOf(dialect, table, path, seed)}`;
  const plan = readPlan(firstValue(await queryRows(database, query)));
  const { subject, operation, entity, filter, sort } = path;
  const said = { subject, operation, entity: entity.id, filter, sort, rows: entity.rows.value };
  if (plan.index === undefined) return { ...said, ...plan };
  const index = await declaredIndex(database, dialect, plan.index);
  await database.run("SAVEPOINT without");
  // The planner does not look at an index that is not valid, whatever leans on it.
  await queryRows(
    database,
    `UPDATE pg_index SET indisvalid = false WHERE indexrelid = ${asRelation(dialect, index)} OR indexrelid IN (SELECT relid FROM pg_partition_tree(${asRelation(dialect, index)}))`,
  );
  const without = readPlan(firstValue(await queryRows(database, query)));
  await database.run("ROLLBACK TO SAVEPOINT without");
  return { ...said, ...plan, index, costWithout: without.cost };
}

/** The index that the schema declares: the one of a partition is called after the day of its making. */
async function declaredIndex(database: Database, dialect: Dialect, index: string): Promise<string> {
  const rows = await queryRows(
    database,
    `SELECT c.relname AS name FROM pg_class c WHERE c.oid = pg_partition_root(${asRelation(dialect, index)})`,
  );
  const name = rows[0]?.["name"];
  return typeof name === "string" ? name : index;
}

function asRelation(dialect: Dialect, name: string): string {
  return `${dialect.literal(dialect.identifier(name))}::regclass`;
}

function queryOf(dialect: Dialect, table: Table, path: AccessPath, seed: Seed): string {
  const [row] = seed.rows.get(table.id) ?? [];
  const column = (field: string): string => dialect.identifier(columnName(table, field));
  const equals = path.filter.map((field) => {
    const value = row?.[field] ?? seed.unused(table, field)[0] ?? "";
    return `${column(field)} = ${seedLiteral(dialect, table, field, value)}`;
  });
  const { softDelete } = path.entity;
  const living = softDelete === undefined ? [] : [`${column(softDelete)} IS NULL`];
  const conditions = [...equals, ...living].join(" AND ");
  return [
    `SELECT * FROM ${dialect.identifier(table.name)}`,
    ...(conditions === "" ? [] : [`WHERE ${conditions}`]),
    ...(path.sort.length === 0
      ? []
      : [`ORDER BY ${path.sort.map((field) => `${column(field)} DESC`).join(", ")} LIMIT ${PAGE}`]),
  ].join(" ");
}

function firstValue([row]: readonly SqlRow[]): unknown {
  return Object.values(row ?? {})[0];
}
