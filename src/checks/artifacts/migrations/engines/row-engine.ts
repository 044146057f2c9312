import type { Artifact } from "../../../../artifacts/artifact.ts";
import type { Diagnostic } from "../../../../diagnostics/diagnostic.ts";
import type { Database } from "../../../../engines/database.ts";
import { queryRows } from "../../../../engines/database.ts";
import type { SplitOptions } from "../../../../engines/split-sql.ts";
import { splitSql } from "../../../../engines/split-sql.ts";
import { consistencyChecks } from "../../../../sql/consistency-checks.ts";
import { createTable } from "../../../../sql/ddl.ts";
import type { Dialect } from "../../../../sql/dialects/dialect.ts";
import type { RelationalModel, Table } from "../../../../sql/relational-model.ts";
import { askQuery } from "../ask-query.ts";
import { breakRow } from "../break-rows.ts";
import type { CheckQuery } from "../check-query.ts";
import { insertRow } from "../insert-seed.ts";
import type { ProofEngine } from "../proof-engine.ts";
import { describeRefusal } from "../prove-checks.ts";
import type { EngineWays } from "../engine-ways.ts";
import type { Frame } from "../prove-sight.ts";
import { proveSight } from "../prove-sight.ts";
import { proveJobs } from "../prove-jobs.ts";
import { describeFailure } from "../run-file.ts";
import type { Seed } from "../seed-rows.ts";
import { seedRows } from "../seed-rows.ts";

/** The rows of the other tables stand already, outside of any transaction. */
const TRANSACTION: Frame = { open: "BEGIN", takeBack: "ROLLBACK", isOneMessage: false };

/**
 * Proves the checks in two places: silence on the real tables with good rows, sight on tables of
 * the same columns without a single rule, where each bad row can be made and taken back.
 */
export function createRowEngine(dialect: Dialect, ways: EngineWays): ProofEngine {
  const { database, split } = ways;
  return {
    version: ways.version,
    startAnew: () => ways.startAnew(),
    readCatalogue: () => ways.readCatalogue(),
    async runFile(artifact) {
      for (const statement of splitSql(artifact.text, split)) {
        const result = await database.run(statement.text);
        if (!("failure" in result)) continue;
        await database.run("ROLLBACK");
        return describeFailure(artifact, statement, result.failure);
      }
      return undefined;
    },
    async proveRules(model, { checks, maintenance, schema }, describe) {
      const queries = checks.flatMap((artifact) => readQueries(artifact, split));
      const seed = seedRows(model, describe);
      const silence = await proveSilence(dialect, ways, model, { seed, queries });
      const working = queries.filter(({ id }) => !silence.broken.has(id));
      const sight = await ways.inScratch((scratch) =>
        proveAllSight(dialect, ways, { database: scratch, model, seed, queries: working }),
      );
      if (silence.isRefused || schema === undefined) return silence.diagnostics;
      const jobs = await proveJobs(dialect, ways, { model, seed, schema, maintenance });
      return [...silence.diagnostics, ...sight, ...jobs];
    },
    measureImpact: (migrations) => ways.measureImpact(migrations),
    close: () => database.close(),
  };
}

function readQueries(artifact: Artifact, split: SplitOptions): readonly CheckQuery[] {
  const lines = artifact.text.split("\n");
  return splitSql(artifact.text, split).map((statement) => {
    const above = lines.slice(0, statement.line).toReversed();
    const comment = above.find((line) => line.startsWith("-- check: "));
    return { id: /^-- check: (\S+)/.exec(comment ?? "")?.[1] ?? "", artifact, statement };
  });
}

interface Silence {
  readonly diagnostics: readonly Diagnostic[];
  readonly isRefused: boolean;
  /** Ids of the checks that do not work on good rows. */
  readonly broken: ReadonlySet<string>;
}

async function proveSilence(
  dialect: Dialect,
  { database, foreignKeys }: EngineWays,
  model: RelationalModel,
  { seed, queries }: { readonly seed: Seed; readonly queries: readonly CheckQuery[] },
): Promise<Silence> {
  await queryRows(database, foreignKeys.off);
  await queryRows(database, "BEGIN");
  const refusal = await insertAll(database, dialect, model, seed);
  if (refusal !== undefined) await queryRows(database, "ROLLBACK");
  const diagnostics: Diagnostic[] = refusal === undefined ? [] : [refusal];
  const broken = new Set<string>();
  for (const query of queries) {
    const found = await askQuery(database, query);
    if (found === undefined) continue;
    diagnostics.push(found);
    broken.add(query.id);
  }
  if (refusal === undefined) await queryRows(database, "ROLLBACK");
  await queryRows(database, foreignKeys.on);
  return { diagnostics, isRefused: refusal !== undefined, broken };
}

async function insertAll(
  database: Database,
  dialect: Dialect,
  model: RelationalModel,
  seed: Seed,
): Promise<Diagnostic | undefined> {
  for (const table of model.tables) {
    for (const row of seed.rows.get(table.id) ?? []) {
      const result = await database.run(insertRow(dialect, table, row));
      if (!("failure" in result)) continue;
      return describeRefusal(model, { table, reason: result.failure.message });
    }
  }
  return undefined;
}

interface Sight {
  readonly database: Database;
  readonly model: RelationalModel;
  readonly seed: Seed;
  readonly queries: readonly CheckQuery[];
}

async function proveAllSight(
  dialect: Dialect,
  { rows }: EngineWays,
  { database, model, seed, queries }: Sight,
): Promise<readonly Diagnostic[]> {
  const tables = new Map(model.tables.map((table) => [table.id, table]));
  const lenient: Dialect = { ...dialect, columnCheck: () => undefined };
  for (const table of model.tables) {
    const lines = createTable(lenient, withoutRules(table), [], tables);
    await queryRows(database, lines.map(({ text }) => text).join("\n"));
    for (const row of seed.rows.get(table.id) ?? []) {
      await queryRows(database, insertRow(dialect, table, row));
    }
  }
  const byId = new Map(queries.map((query) => [query.id, query]));
  const found: Diagnostic[] = [];
  for (const table of model.tables) {
    if ((seed.rows.get(table.id) ?? []).length === 0) continue;
    for (const check of consistencyChecks(dialect, model, table)) {
      const query = byId.get(check.id);
      if (query === undefined) continue;
      for (const alternatives of breakRow(dialect, check, seed, rows)) {
        found.push(...(await proveSight(database, query, alternatives, TRANSACTION)));
      }
    }
  }
  for (const { id, breakOne } of dialect.catalogueChecks) {
    const query = byId.get(id);
    if (query !== undefined)
      found.push(...(await proveSight(database, query, [breakOne], TRANSACTION)));
    await database.run("DROP TABLE IF EXISTS broken");
  }
  return found;
}

function withoutRules(table: Table): Table {
  const { primaryKey: _key, comment: _comment, ...rest } = table;
  const columns = table.columns.map(({ default: _default, comment: _said, ...column }) => ({
    ...column,
    nullable: true,
  }));
  return { ...rest, columns, uniqueKeys: [], foreignKeys: [], indexes: [], checks: [] };
}
