import type { Artifact } from "../../../artifacts/artifact.ts";
import { subjectAt } from "../../../artifacts/subject-at.ts";
import type { Diagnostic } from "../../../diagnostics/diagnostic.ts";
import type { Database, SqlRow } from "../../../engines/database.ts";
import { queryRows } from "../../../engines/database.ts";
import type { SqlPart } from "../../../engines/split-sql.ts";
import { splitSql } from "../../../engines/split-sql.ts";
import type { Dialect } from "../../../sql/dialects/dialect.ts";
import type { RelationalModel, Table } from "../../../sql/relational-model.ts";
import type { EngineWays } from "./engine-ways.ts";
import { jobWithoutEffect } from "./findings/job-without-effect.ts";
import { insertRow, seedLiteral } from "./insert-seed.ts";
import type { Job, Keeps } from "./read-jobs.ts";
import { readJobs } from "./read-jobs.ts";
import { describeFailure } from "./run-file.ts";
import type { Seed } from "./seed-rows.ts";

/** What the jobs of one context are proven with. */
interface JobFiles {
  readonly model: RelationalModel;
  readonly seed: Seed;
  readonly schema: Artifact;
  readonly maintenance: readonly Artifact[];
}

/** Older than whatever a retention keeps. */
const LONG_AGO = "1901-02-03T04:05:06.000Z";

/**
 * Runs every job on tables of the schema with seeded rows that are made old: nothing that is too old
 * is left, or it says nothing of a person any more. Each in a database of its own, since a job may
 * make a table.
 */
export async function proveJobs(
  dialect: Dialect,
  ways: EngineWays,
  files: JobFiles,
): Promise<readonly Diagnostic[]> {
  const found: Diagnostic[] = [];
  for (const artifact of files.maintenance) {
    const statements = splitSql(artifact.text, ways.split);
    for (const job of readJobs(artifact, files.model, statements)) {
      const { table, keeps } = job;
      if (table === undefined || keeps === undefined) continue;
      found.push(
        ...(await ways.inScratch(async (database) => {
          const isFilled = await fill(database, dialect, ways, files);
          return isFilled ? proveJob({ database, dialect, artifact, table, keeps }, job) : [];
        })),
      );
    }
  }
  return found;
}

/** Whether the schema and the seeded rows stand; that they do not is a finding already. */
async function fill(
  database: Database,
  dialect: Dialect,
  { split, foreignKeys }: EngineWays,
  { model, seed, schema }: JobFiles,
): Promise<boolean> {
  const statements = [
    ...splitSql(schema.text, split).map(({ text }) => text),
    foreignKeys.off,
    ...model.tables.flatMap((table) =>
      (seed.rows.get(table.id) ?? []).map((row) => insertRow(dialect, table, row)),
    ),
    foreignKeys.on,
  ];
  for (const statement of statements) {
    if ("failure" in (await database.run(statement))) return false;
  }
  return true;
}

interface JobPlace {
  readonly database: Database;
  readonly dialect: Dialect;
  readonly artifact: Artifact;
  readonly table: Table;
  readonly keeps: Keeps;
}

async function proveJob(
  place: JobPlace,
  { id, line, clears, statements }: Job<SqlPart>,
): Promise<readonly Diagnostic[]> {
  const { database, dialect, artifact, table, keeps } = place;
  const own = dialect.identifier(table.name);
  const column = table.columns.find(({ name }) => name === keeps.column);
  if (column === undefined) return [];
  const old = `${dialect.identifier(column.name)} = ${seedLiteral(dialect, table, column.id, LONG_AGO)}`;
  // Where a rule does not let them be that old, there is nothing for the job to do.
  await database.run(`UPDATE ${own} SET ${old}`);
  const before = await queryRows(database, `SELECT * FROM ${own} WHERE ${old}`);
  for (const statement of statements) {
    const result = await database.run(statement.text);
    if ("failure" in result) return [describeFailure(artifact, statement, result.failure)];
  }
  const effect =
    clears === undefined
      ? await leftOver(database, own, old)
      : stillPersonal(table, before, await queryRows(database, `SELECT * FROM ${own}`), clears);
  if (effect === undefined) return [];
  const locator = { line };
  const details = { artifact: { path: artifact.path, locator } };
  return [jobWithoutEffect(subjectAt(artifact, locator), { job: id, effect }, details)];
}

/** Rows that other rows keep are left on purpose: those that nothing keeps count. */
async function leftOver(database: Database, own: string, old: string): Promise<string | undefined> {
  const rows = await queryRows(database, `SELECT 1 FROM ${own} WHERE ${old}`);
  if (rows.length === 0) return undefined;
  const gone = await database.run(`DELETE FROM ${own} WHERE ${old}`);
  return "failure" in gone ? undefined : `${rows.length} rows that are too old are still there`;
}

/** Rows that a job has taken away, or left as they were in one of the columns. */
function stillPersonal(
  table: Table,
  before: readonly SqlRow[],
  after: readonly SqlRow[],
  clears: readonly string[],
): string | undefined {
  const names = (table.primaryKey?.columns ?? []).map(
    (id) => table.columns.find((column) => column.id === id)?.name ?? id,
  );
  const keyOf = (row: SqlRow): string => JSON.stringify(names.map((name) => row[name]));
  const now = new Map(after.map((row) => [keyOf(row), row]));
  const left = before.filter((row) => {
    const own = now.get(keyOf(row));
    return own === undefined || clears.some((name) => isSaid(name, row, own));
  });
  if (left.length === 0) return undefined;
  return `${left.length} rows that are too old are gone, or say the same of a person`;

  /** A value that said nothing before is the same afterwards. */
  function isSaid(name: string, row: SqlRow, own: SqlRow): boolean {
    const [was, is] = [row[name], own[name]].map((value) => JSON.stringify(value ?? null));
    if (was !== is) return false;
    const kind = table.columns.find((column) => column.name === name)?.type.kind;
    if (kind === "date" || kind === "timestamp") return !/^"\d{4}-01-01/.test(is ?? "");
    const isChosen =
      kind === "enum" || kind === "integer" || kind === "bigint" || kind === "decimal";
    return !isChosen || new Set(after.map((other) => String(other[name]))).size > 1;
  }
}
