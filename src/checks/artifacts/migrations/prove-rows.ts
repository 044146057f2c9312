import type { Artifact } from "../../../artifacts/artifact.ts";
import { subjectAt } from "../../../artifacts/subject-at.ts";
import type { Diagnostic } from "../../../diagnostics/diagnostic.ts";
import type { Database, SqlFailure } from "../../../engines/database.ts";
import { queryRows } from "../../../engines/database.ts";
import { parseSql } from "../../../engines/parse-sql.ts";
import type { OnlineDialect } from "../../../sql/online/online-dialect.ts";
import type { RelationalModel } from "../../../sql/relational-model.ts";
import { isDeepEqual } from "../../../util/is-deep-equal.ts";
import type { MigrationFiles } from "./context-files.ts";
import { checkFails } from "./findings/check-fails.ts";
import { notReversible } from "./findings/not-reversible.ts";
import { rowsLost } from "./findings/rows-lost.ts";
import { writeRefused } from "./findings/write-refused.ts";
import type { KeptTable } from "./kept-rows.ts";
import { findLost, readKept, withoutEmptied } from "./kept-rows.ts";
import { prepareRows } from "./prepare-rows.ts";
import { proveGates } from "./prove-gates.ts";
import { readQueries } from "./read-queries.ts";
import { describeFailure } from "./run-file.ts";
import type { DescribeColumn } from "./seed-rows.ts";
import { seedRows } from "./seed-rows.ts";
import { writeRows } from "./write-rows.ts";

/** The files that lead from one schema that a service was made for to the next one. */
interface SchemaChange {
  readonly before: RelationalModel;
  readonly after: RelationalModel;
  readonly files: readonly MigrationFiles[];
}

/**
 * Proves a history with rows in the tables: after every migration each version of the service that
 * may run then writes rows, the old one up to the contract, the new one from the switch; at the end
 * of a change, and on the way back, all rows are there with their values. Where a check before a
 * migration returns rows, the proof does what a team has to do. Wants an empty database.
 */
export async function proveRows(
  database: Database,
  dialect: OnlineDialect,
  migrations: readonly MigrationFiles[],
  describe: DescribeColumn,
): Promise<readonly Diagnostic[]> {
  const [initial, ...rest] = migrations;
  if (initial?.model === undefined || rest.length === 0) return [];
  const changes = changesOf(initial.model, rest);
  const proof: Proof = { database, dialect, describe, batch: { next: 0 } };
  const failure = await runTolerantly(database, initial.up);
  if (failure !== undefined) return [failure.diagnostic];
  await write(proof, initial.model);
  let start: readonly KeptTable[] = [];
  for (const change of changes) {
    const { kept, found } = await proveChange(proof, change);
    if (found.length > 0) return found;
    start = kept;
  }
  for (const change of changes.toReversed()) {
    // Rows as they were before the newest change only: of earlier ones, later ones may have taken some.
    const found = await proveWayBack(proof, change, change === changes.at(-1) ? start : []);
    if (found !== undefined) return [found];
  }
  return [];
}

interface Proof {
  readonly database: Database;
  readonly dialect: OnlineDialect;
  readonly describe: DescribeColumn;
  readonly batch: { next: number };
}

function changesOf(
  initial: RelationalModel,
  migrations: readonly MigrationFiles[],
): readonly SchemaChange[] {
  const changes: SchemaChange[] = [];
  let before = initial;
  let files: MigrationFiles[] = [];
  for (const migration of migrations) {
    files.push(migration);
    if (migration.model === undefined || migration.model.pending !== undefined) continue;
    changes.push({ before, after: migration.model, files });
    before = migration.model;
    files = [];
  }
  return changes;
}

async function proveChange(
  proof: Proof,
  { before, after, files }: SchemaChange,
): Promise<{ readonly kept: readonly KeptTable[]; readonly found: readonly Diagnostic[] }> {
  const { database, dialect, describe } = proof;
  let start = await readKept(database, dialect, before, after);
  const seed = seedRows(after, describe);
  let kept = start;
  const [first] = files;
  if (first === undefined) return { kept, found: [] };
  let last = first.up;
  let isOldGone = false;
  let isContracting = false;
  for (const { up, pre, post, model = after } of files) {
    const isContract = /^-- Phase: contract\./m.test(up.text);
    if (isContract && !isContracting) {
      // Whatever came before it: the new version is started now, and the old one stopped.
      const refused = await writeNew(proof, { before, after, files });
      if (refused !== undefined) return { kept, found: [describeRefusal(last, "new", refused)] };
    }
    isContracting = isContract;
    const gates = pre === undefined ? [] : await readQueries(pre);
    for (const query of gates) {
      if (await prepareRows(database, dialect, after, seed, query)) {
        kept = await withoutEmptied(database, kept);
        start = await withoutEmptied(database, start);
      }
    }
    const named = isContract ? after : undefined;
    const blind = await proveGates(database, dialect, named, gates, seed);
    if (blind.length > 0) return { kept, found: blind };
    const step = await runOrEmpty(proof, up);
    if (step.diagnostic !== undefined) return { kept, found: [step.diagnostic] };
    if (step.hasEmptied) kept = start = [];
    for (const query of post === undefined ? [] : await readQueries(post)) {
      const [row] = await queryRows(database, query.statement.text);
      if (row === undefined) continue;
      const locator = { line: query.statement.line };
      const args = { check: query.id, row: JSON.stringify(row) };
      const details = { artifact: { path: query.artifact.path, locator } };
      return { kept, found: [checkFails(query.subject, args, details)] };
    }
    last = up;
    isOldGone ||= isContract || /^-- Stop the old version /m.test(up.text);
    if (!isOldGone) {
      const refused = await write(proof, before);
      if (refused !== undefined) return { kept, found: [describeRefusal(up, "old", refused)] };
    }
    const isOld = isDeepEqual(model.tables, before.tables);
    if (isOld) kept = await readKept(database, dialect, before, after);
    if (isOld) continue;
    const refused = await writeNew(proof, { before, after, files });
    if (refused !== undefined) return { kept, found: [describeRefusal(up, "new", refused)] };
  }
  const lost = await findLost(database, dialect, kept, "after");
  if (lost === undefined) return { kept: start, found: [] };
  const args = { path: last.path, table: lost.table.name, row: lost.row };
  const details = { artifact: { path: last.path } };
  return { kept: start, found: [rowsLost(lost.table.subject, args, details)] };
}

/** What the new version writes, where it can: a new primary key is there only at the end. */
async function writeNew(
  proof: Proof,
  { before, after }: SchemaChange,
): Promise<SqlFailure | undefined> {
  return keysChange(before, after) ? undefined : write(proof, after);
}

function keysChange(before: RelationalModel, after: RelationalModel): boolean {
  const keys = new Map(before.tables.map(({ id, primaryKey }) => [id, primaryKey?.columns]));
  return after.tables.some(
    ({ id, primaryKey }) => keys.has(id) && !isDeepEqual(keys.get(id), primaryKey?.columns),
  );
}

async function write(
  { database, dialect, describe, batch }: Proof,
  model: RelationalModel,
): Promise<SqlFailure | undefined> {
  const seed = seedRows(model, describe, batch.next);
  batch.next += 3;
  return writeRows(database, dialect, model, seed);
}

function describeRefusal(
  up: Artifact,
  version: "old" | "new",
  { message }: SqlFailure,
): Diagnostic {
  const args = { path: up.path, version, reason: message };
  return writeRefused(subjectAt(up, { line: 1 }), args, { artifact: { path: up.path } });
}

async function proveWayBack(
  proof: Proof,
  { before, after, files }: SchemaChange,
  start: readonly KeptTable[],
): Promise<Diagnostic | undefined> {
  const { database, dialect } = proof;
  let kept = start.filter(({ columns }) => columns.length > 0);
  let present = await readKept(database, dialect, after, before);
  for (const { down } of files.toReversed()) {
    if (down === undefined) return undefined;
    const step = await runOrEmpty(proof, down);
    if (step.diagnostic !== undefined) return step.diagnostic;
    if (step.hasEmptied) kept = present = [];
  }
  const [first] = files;
  const lost =
    (await findLost(database, dialect, kept, "before")) ??
    (await findLost(database, dialect, present, "after"));
  if (lost === undefined || first?.down === undefined) return undefined;
  const { path } = first.down;
  const difference = `a row of ${lost.table.name} is gone: ${lost.row}`;
  const owner = before.tables.find(({ id }) => id === lost.table.id);
  return notReversible(owner?.subject ?? "package", { path, difference }, { artifact: { path } });
}

/** What rows say may not fit a type or a rule that comes (back): then the file has to say so. */
async function runOrEmpty(
  { database, dialect }: Proof,
  artifact: Artifact,
): Promise<{ readonly hasEmptied: boolean; readonly diagnostic?: Diagnostic }> {
  const stop = await runTolerantly(database, artifact);
  if (stop === undefined) return { hasEmptied: false };
  const isData = /^2[23]/.test(stop.failure.code);
  if (!isData || !/^-- note: .*\bfails where\b/m.test(artifact.text)) {
    return { hasEmptied: false, diagnostic: stop.diagnostic };
  }
  await emptyAll(database, dialect);
  const again = await runTolerantly(database, artifact);
  return { hasEmptied: true, ...(again === undefined ? {} : { diagnostic: again.diagnostic }) };
}

async function emptyAll(database: Database, dialect: OnlineDialect): Promise<void> {
  const rows = await queryRows(
    database,
    "SELECT relname AS name FROM pg_class WHERE relkind IN ('r', 'p') AND relnamespace = current_schema()::regnamespace",
  );
  const names = rows.map(({ name }) => dialect.identifier(String(name)));
  if (names.length > 0) await queryRows(database, `TRUNCATE ${names.join(", ")} CASCADE`);
}

interface Stop {
  readonly failure: SqlFailure;
  readonly diagnostic: Diagnostic;
}

/** Like `runFile`, but the engine's code is kept. */
async function runTolerantly(database: Database, artifact: Artifact): Promise<Stop | undefined> {
  const parsed = await parseSql(artifact.text);
  // A file that cannot be read was found when it ran without rows.
  if ("error" in parsed) return undefined;
  for (const statement of parsed.statements) {
    const result = await database.run(statement.text);
    if (!("failure" in result)) continue;
    await database.run("ROLLBACK");
    const { failure } = result;
    return { failure, diagnostic: describeFailure(artifact, statement, failure) };
  }
  return undefined;
}
