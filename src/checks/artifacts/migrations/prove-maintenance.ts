import type { Artifact } from "../../../artifacts/artifact.ts";
import { subjectAt } from "../../../artifacts/subject-at.ts";
import type { Diagnostic } from "../../../diagnostics/diagnostic.ts";
import type { Database } from "../../../engines/database.ts";
import { queryRows } from "../../../engines/database.ts";
import type { ParsedStatement } from "../../../engines/parse-sql.ts";
import { parseSql } from "../../../engines/parse-sql.ts";
import type { Dialect } from "../../../sql/dialects/dialect.ts";
import type { RelationalModel, Table } from "../../../sql/relational-model.ts";
import type { Job, Keeps } from "./read-jobs.ts";
import { readJobs } from "./read-jobs.ts";
import { jobWithoutEffect } from "./findings/job-without-effect.ts";
import { describeFailure } from "./run-file.ts";

/**
 * Runs every job on the migrated database with its seeded rows made old, as often as its comment
 * asks for: nothing that is too old is left, and a partition that is missing is there again.
 */
export async function proveMaintenance(
  database: Database,
  dialect: Dialect,
  model: RelationalModel,
  files: readonly Artifact[],
): Promise<readonly Diagnostic[]> {
  const found: Diagnostic[] = [];
  for (const artifact of files) {
    for (const job of await readParsedJobs(artifact, model)) {
      await database.run("SAVEPOINT job");
      found.push(...(await proveJob(database, dialect, artifact, job)));
      await database.run("ROLLBACK TO SAVEPOINT job; RELEASE SAVEPOINT job");
    }
  }
  return found;
}

async function readParsedJobs(
  artifact: Artifact,
  model: RelationalModel,
): Promise<readonly Job<ParsedStatement>[]> {
  const parsed = await parseSql(artifact.text);
  return "error" in parsed ? [] : readJobs(artifact, model, parsed.statements);
}

async function proveJob(
  database: Database,
  dialect: Dialect,
  artifact: Artifact,
  { id, line, table, keeps, clears, statements }: Job<ParsedStatement>,
): Promise<readonly Diagnostic[]> {
  const own = table === undefined ? "" : dialect.identifier(table.name);
  const isRange = table?.partition?.method === "range";
  const lost = isRange && keeps === undefined ? await dropNewest(database, own) : undefined;
  if (keeps !== undefined) await makeOld(database, dialect, own, keeps);
  if (clears !== undefined) await database.run(`CREATE TEMP TABLE ${BEFORE} AS TABLE ${own}`);
  for (const statement of statements) {
    const result = await database.run(statement.text);
    if ("failure" in result) return [describeFailure(artifact, statement, result.failure)];
  }
  const locator = { line };
  const details = { artifact: { path: artifact.path, locator } };
  const left =
    keeps === undefined
      ? 0
      : clears === undefined
        ? await countOld(database, dialect, table, own, keeps)
        : await countPersonal(database, dialect, table, { ...keeps, clears });
  const isMissing =
    lost !== undefined &&
    (await queryRows(database, `SELECT to_regclass(quote_ident('${lost}')) AS part`))[0]?.[
      "part"
    ] === null;
  if (left === 0 && !isMissing) return [];
  const effect = isMissing
    ? "a partition that was missing is still missing"
    : clears !== undefined
      ? `${left} rows that are too old are gone, or say the same of a person`
      : `${left} rows that are too old are still there`;
  return [jobWithoutEffect(subjectAt(artifact, locator), { job: id, effect }, details)];
}

/** The rows as they were before a job. */
const BEFORE = "groundplan_before";

/** Rows that a job has taken away, or left as they were in one of the columns. */
async function countPersonal(
  database: Database,
  dialect: Dialect,
  table: Table | undefined,
  { column, days, clears }: Keeps & { readonly clears: readonly string[] },
): Promise<number> {
  if (table === undefined) return 0;
  const named = (ids: readonly string[]): readonly string[] =>
    ids.map((id) => dialect.identifier(table.columns.find((own) => own.id === id)?.name ?? id));
  const keys = named(table.primaryKey?.columns ?? []).map((name) => `n.${name} = b.${name}`);
  const own = dialect.identifier(table.name);
  const same = clears.map((name) => {
    const cleared = dialect.identifier(name);
    const kind = table.columns.find((one) => one.name === name)?.type.kind;
    const isSame = `n.${cleared}::text = b.${cleared}::text`;
    // A value that says nothing already is the same afterwards.
    if (kind === "date" || kind === "timestamp") {
      return `(${isSame} AND date_trunc('year', b.${cleared}) <> b.${cleared})`;
    }
    const isChosen =
      kind === "enum" || kind === "integer" || kind === "bigint" || kind === "decimal";
    return isChosen
      ? `(${isSame} AND (SELECT count(DISTINCT o.${cleared}) FROM ${own} AS o) > 1)`
      : isSame;
  });
  const [row] = await queryRows(
    database,
    `SELECT count(*) AS count FROM ${BEFORE} AS b
     LEFT JOIN ${dialect.identifier(table.name)} AS n ON ${keys.join(" AND ")}
     WHERE b.${dialect.identifier(column)} < now() - interval '${days} days'
       AND (n IS NULL OR ${same.join(" OR ")})`,
  );
  return Number(row?.["count"] ?? 0);
}

/** The name of the newest partition, which is gone now. */
async function dropNewest(database: Database, table: string): Promise<string | undefined> {
  const [row] = await queryRows(
    database,
    `SELECT c.relname AS name FROM pg_inherits i JOIN pg_class c ON c.oid = i.inhrelid
     WHERE i.inhparent = '${table}'::regclass AND pg_get_expr(c.relpartbound, c.oid) <> 'DEFAULT'
     ORDER BY c.relname DESC LIMIT 1`,
  );
  const name = row?.["name"];
  if (typeof name !== "string") return undefined;
  const result = await database.run(`DROP TABLE "${name}"`);
  return "failure" in result ? undefined : name;
}

async function makeOld(
  database: Database,
  dialect: Dialect,
  table: string,
  { column, days }: Keeps,
): Promise<void> {
  await database.run("SAVEPOINT old");
  const name = dialect.identifier(column);
  const aged = await database.run(
    `SET LOCAL session_replication_role = replica; UPDATE ${table} SET ${name} = now() - interval '${days + 1} days'; SET LOCAL session_replication_role = origin`,
  );
  await database.run(
    "failure" in aged
      ? "ROLLBACK TO SAVEPOINT old; RELEASE SAVEPOINT old"
      : "RELEASE SAVEPOINT old",
  );
}

/** Rows that other rows keep are left on purpose: those that nothing keeps count. */
async function countOld(
  database: Database,
  dialect: Dialect,
  table: Table | undefined,
  own: string,
  { column, days }: Keeps,
): Promise<number> {
  if (table === undefined) return 0;
  const old = `${dialect.identifier(column)} < now() - interval '${days} days'`;
  const doomed = `WITH gone AS (DELETE FROM ${own} WHERE ${old} RETURNING 1) SELECT count(*) AS count FROM gone`;
  await database.run("SAVEPOINT remaining");
  const result = await database.run(doomed);
  await database.run("ROLLBACK TO SAVEPOINT remaining; RELEASE SAVEPOINT remaining");
  return "failure" in result ? 0 : Number(result.rows[0]?.["count"] ?? 0);
}
