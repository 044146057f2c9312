import { byCodeUnit, sortedBy } from "../util/order.ts";
import type { Database, SqlFailure, SqlRow } from "./database.ts";
import { queryRows } from "./database.ts";
import type { LockMode } from "./lock-mode.ts";
import { isLockMode, strongestLock } from "./lock-mode.ts";

/** What the engine did for one statement. Tables of other schemas carry theirs: `other.table`. */
export interface StatementEffect {
  /** `control`: BEGIN, COMMIT and the like, which are not run. */
  readonly mode: "transaction" | "outside-transaction" | "control";
  /** By table, the strongest lock that was held at the end; not known outside a transaction. */
  readonly locks: ReadonlyMap<string, LockMode>;
  /** Tables and indexes that were written anew, as a whole; none that the statement made itself. */
  readonly rewritten: readonly string[];
  /** Tables that were read from the first row to the last, by name as before the statement. */
  readonly scanned: readonly string[];
  /** Tables that were not there before. */
  readonly created: readonly string[];
  readonly failure?: SqlFailure;
}

const CONTROL =
  /^(?:begin|start\s+transaction|commit|end|rollback|abort|savepoint|release)\b(?![\s\S]*\bprepared\b)/i;

/** Cannot run, or cannot commit, inside a transaction block. */
const NEEDS_NO_TRANSACTION: ReadonlySet<string> = new Set(["25001", "2D000"]);

/**
 * Runs the statements in turn, for good, and reads from the engine what each one did: locks from
 * `pg_locks`, rewrites from `pg_relation_filenode`, scans from the statistics of the transaction.
 * Each runs in a transaction of its own, whatever the file says: a lock that an earlier statement
 * holds already would hide its own. Stops at the first failure. Wants rows in the tables: an inner
 * table is not scanned where the outer one is empty.
 */
export async function measureStatements(
  database: Database,
  statements: readonly string[],
): Promise<readonly StatementEffect[]> {
  const effects: StatementEffect[] = [];
  let relations = await readRelations(database);
  for (const sql of statements) {
    if (CONTROL.test(sql)) {
      effects.push(nothing("control"));
      continue;
    }
    const inside = await measureInside(database, sql, relations);
    const measured = NEEDS_NO_TRANSACTION.has(inside.effect.failure?.code ?? "")
      ? await measureOutside(database, sql, relations)
      : inside;
    effects.push(measured.effect);
    relations = measured.relations;
    if (measured.effect.failure !== undefined) break;
  }
  return effects;
}

interface Relation {
  readonly name: string;
  readonly isTable: boolean;
  readonly file: string;
  readonly scans: number;
}

type Relations = ReadonlyMap<string, Relation>;

interface Measured {
  readonly effect: StatementEffect;
  readonly relations: Relations;
}

async function measureInside(database: Database, sql: string, known: Relations): Promise<Measured> {
  await queryRows(database, "BEGIN");
  const scans = await readScans(database);
  const result = await database.run(sql);
  if ("failure" in result) {
    await queryRows(database, "ROLLBACK");
    return {
      effect: { ...nothing("transaction"), failure: result.failure },
      relations: known,
    };
  }
  // The last statement of the measured one may have been SET search_path or the like: no matter.
  const locks = await queryRows(database, LOCKS);
  const locked = locks.map(({ id }) => String(id));
  const after = await readRelations(database, locked);
  const relations = new Map(known);
  for (const id of locked) {
    const now = after.get(id);
    if (now === undefined) relations.delete(id);
    else relations.set(id, now);
  }
  const effect: StatementEffect = {
    mode: "transaction",
    locks: locksByTable(locks, known, relations),
    scanned: [...after]
      .filter(([id, { scans: count }]) => known.has(id) && count > (scans.get(id) ?? 0))
      .map(([id]) => known.get(id)?.name ?? "")
      .sort(byCodeUnit),
    ...filesChanged(known, relations),
  };
  // A constraint that waits for the end of the transaction fails here.
  const end = await database.run("COMMIT");
  if ("failure" in end) return { effect: { ...effect, failure: end.failure }, relations: known };
  return { effect, relations };
}

/** Locks are gone when such a statement is over; its scans are found in the flushed statistics. */
async function measureOutside(
  database: Database,
  sql: string,
  known: Relations,
): Promise<Measured> {
  const scans = await readFlushedScans(database);
  const result = await database.run(sql);
  if ("failure" in result) {
    await database.run("ROLLBACK");
    const relations = await readRelations(database);
    return {
      effect: { ...nothing("outside-transaction"), failure: result.failure },
      relations,
    };
  }
  const now = await readFlushedScans(database);
  const relations = await readRelations(database);
  const effect: StatementEffect = {
    mode: "outside-transaction",
    locks: new Map(),
    scanned: [...now]
      .filter(([id, count]) => known.get(id)?.isTable && count > (scans.get(id) ?? 0))
      .map(([id]) => known.get(id)?.name ?? "")
      .sort(byCodeUnit),
    ...filesChanged(known, relations),
  };
  return { effect, relations };
}

function nothing(mode: StatementEffect["mode"]): StatementEffect {
  return { mode, locks: new Map(), rewritten: [], scanned: [], created: [] };
}

function locksByTable(
  rows: readonly SqlRow[],
  before: Relations,
  after: Relations,
): ReadonlyMap<string, LockMode> {
  const modes = new Map<string, LockMode[]>();
  for (const { id, mode } of rows) {
    // A renamed or dropped table is named as it was: that is where the others wait.
    const relation = before.get(String(id)) ?? after.get(String(id));
    const text = String(mode);
    if (!relation?.isTable || !isLockMode(text)) continue;
    modes.set(relation.name, [...(modes.get(relation.name) ?? []), text]);
  }
  return new Map(
    sortedBy(modes, ([name]) => name).flatMap(([name, held]) => {
      const strongest = strongestLock(held);
      return strongest === undefined ? [] : [[name, strongest] as const];
    }),
  );
}

function filesChanged(
  before: Relations,
  after: Relations,
): Pick<StatementEffect, "rewritten" | "created"> {
  const rewritten = [...after].flatMap(([id, { file }]) => {
    const was = before.get(id);
    return was !== undefined && was.file !== file ? [was.name] : [];
  });
  const created = [...after].flatMap(([id, { name, isTable }]) =>
    isTable && !before.has(id) ? [name] : [],
  );
  return { rewritten: rewritten.sort(byCodeUnit), created: created.sort(byCodeUnit) };
}

const USER_SCHEMAS =
  "n.nspname NOT IN ('pg_catalog', 'information_schema') AND n.nspname !~ '^pg_toast'";

const LOCKS = `
  SELECT DISTINCT relation::text AS id, mode FROM pg_locks
  WHERE locktype = 'relation' AND pid = pg_backend_pid() AND granted AND relation >= 16384`;

/** Tables, partitioned ones included, materialised views and indexes; of `ids` only where given. */
async function readRelations(database: Database, ids?: readonly string[]): Promise<Relations> {
  const only = ids === undefined ? "" : `AND c.oid IN (${["0", ...ids].join(", ")})`;
  const rows = await queryRows(
    database,
    `SELECT c.oid::text AS id, c.relkind IN ('r', 'p', 'm') AS "table",
       CASE WHEN n.nspname = current_schema() THEN c.relname ELSE n.nspname || '.' || c.relname END AS name,
       coalesce(pg_relation_filenode(c.oid), 0)::text AS file,
       pg_stat_get_xact_numscans(c.oid)::int AS scans
     FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
     WHERE c.relkind IN ('r', 'p', 'm', 'i', 'I') AND ${USER_SCHEMAS} ${only}`,
  );
  return new Map(
    rows.map((row) => [
      String(row["id"]),
      {
        name: String(row["name"]),
        isTable: row["table"] === true,
        file: String(row["file"]),
        scans: row["table"] === true ? Number(row["scans"]) : 0,
      },
    ]),
  );
}

/** How often each table was read in this transaction and what of the session is not flushed yet. */
async function readScans(database: Database): Promise<ReadonlyMap<string, number>> {
  return readCounts(database, "pg_stat_get_xact_numscans(c.oid)");
}

async function readFlushedScans(database: Database): Promise<ReadonlyMap<string, number>> {
  await queryRows(database, "SELECT pg_stat_force_next_flush()");
  return readCounts(database, "pg_stat_get_numscans(c.oid)");
}

async function readCounts(database: Database, count: string): Promise<ReadonlyMap<string, number>> {
  const rows = await queryRows(
    database,
    `SELECT c.oid::text AS id, ${count}::int AS scans
     FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
     WHERE c.relkind IN ('r', 'm') AND ${USER_SCHEMAS} AND ${count} > 0`,
  );
  return new Map(rows.map(({ id, scans }) => [String(id), Number(scans)]));
}
