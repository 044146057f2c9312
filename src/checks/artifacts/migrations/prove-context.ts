import type { Artifact } from "../../../artifacts/artifact.ts";
import type { Diagnostic } from "../../../diagnostics/diagnostic.ts";
import type { AlteringDialect } from "../../../sql/dialects/dialect.ts";
import { compareCatalogues } from "./compare-catalogues.ts";
import type { ContextFiles, MigrationFiles } from "./context-files.ts";
import type { Database } from "../../../engines/database.ts";
import { queryRows } from "../../../engines/database.ts";
import { differsFromSchema } from "./findings/differs-from-schema.ts";
import { notReversible } from "./findings/not-reversible.ts";
import { proveChecks } from "./prove-checks.ts";
import type { Catalogue } from "./read-catalogue.ts";
import { readCatalogue } from "./read-catalogue.ts";
import { runFile } from "./run-file.ts";
import type { DescribeColumn } from "./seed-rows.ts";

/**
 * Proves the database of one context by execution: every migration runs, together they give the
 * schema, the data checks see what they are for, every way back leads to the state before, down to
 * nothing, and all of it again gives the same.
 */
export async function proveContext(
  database: Database,
  dialect: AlteringDialect,
  files: ContextFiles,
  describe: DescribeColumn,
): Promise<readonly Diagnostic[]> {
  const { context, migrations, schema, checks } = files;
  const models = migrations.flatMap(({ model }) => model ?? []).toReversed();
  const found: Diagnostic[] = [];

  await startAnew(database);
  const states: Catalogue[] = [await readCatalogue(database)];
  const stop = await runUps(database, migrations, states);
  if (stop !== undefined) found.push(stop);

  const reached = states.at(-1) ?? new Map();
  if (stop === undefined) {
    const [model] = models;
    if (model !== undefined && schema !== undefined) {
      found.push(...(await proveChecks(database, dialect, model, checks, describe)));
    }
    found.push(...(await proveDowns(database, files, states)));
  }
  if (schema === undefined) return found;

  await startAnew(database);
  const failure = await runFile(database, schema);
  if (failure !== undefined) return [...found, failure];
  if (stop !== undefined) return found;
  const desired = await readCatalogue(database);
  const difference = compareCatalogues(desired, reached, models, context);
  if (difference !== undefined) {
    const details = { artifact: { path: schema.path } };
    found.push(differsFromSchema(difference.subject, { difference: difference.text }, details));
  }
  return found;
}

/** Runs the migrations and notes the catalogue after each; the finding where one stops. */
async function runUps(
  database: Database,
  migrations: readonly MigrationFiles[],
  states: Catalogue[],
): Promise<Diagnostic | undefined> {
  for (const { up } of migrations) {
    const failure = await runFile(database, up);
    if (failure !== undefined) return failure;
    states.push(await readCatalogue(database));
  }
  return undefined;
}

async function proveDowns(
  database: Database,
  { context, migrations }: ContextFiles,
  states: readonly Catalogue[],
): Promise<readonly Diagnostic[]> {
  const models = migrations.flatMap(({ model }) => model ?? []);
  const differs = (expected: Catalogue, actual: Catalogue, { path }: Artifact) => {
    const difference = compareCatalogues(expected, actual, models, context);
    if (difference === undefined) return undefined;
    const args = { path, difference: difference.text };
    return notReversible(difference.subject, args, { artifact: { path } });
  };
  for (const [index, { down }] of [...migrations.entries()].toReversed()) {
    if (down === undefined) return [];
    const failure = await runFile(database, down);
    if (failure !== undefined) return [failure];
    const state = states[index] ?? new Map();
    const difference = differs(state, await readCatalogue(database), down);
    if (difference !== undefined) return [difference];
  }
  const again: Catalogue[] = [];
  const failure = await runUps(database, migrations, again);
  if (failure !== undefined) return [failure];
  const last = migrations.at(-1);
  if (last === undefined) return [];
  const difference = differs(states.at(-1) ?? new Map(), again.at(-1) ?? new Map(), last.up);
  return difference === undefined ? [] : [difference];
}

/** The same schema name every time, so that the catalogue's texts can be compared as they are. */
async function startAnew(database: Database): Promise<void> {
  await queryRows(
    database,
    "RESET ALL; DROP SCHEMA IF EXISTS proof CASCADE; CREATE SCHEMA proof; SET search_path TO proof",
  );
}
