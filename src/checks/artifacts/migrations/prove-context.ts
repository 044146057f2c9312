import type { Artifact } from "../../../artifacts/artifact.ts";
import type { Diagnostic } from "../../../diagnostics/diagnostic.ts";
import { compareCatalogues } from "./compare-catalogues.ts";
import type { ContextFiles, MigrationFiles } from "./context-files.ts";
import { differsFromSchema } from "./findings/differs-from-schema.ts";
import { notReversible } from "./findings/not-reversible.ts";
import type { ProofEngine } from "./proof-engine.ts";
import type { Catalogue } from "./read-catalogue.ts";
import type { DescribeColumn } from "./seed-rows.ts";

/**
 * Proves the database of one context by execution: every migration runs, together they give the
 * schema, the data checks see what they are for, every way back leads to the state before, down to
 * nothing, and all of it again gives the same.
 */
export async function proveContext(
  engine: ProofEngine,
  files: ContextFiles,
  describe: DescribeColumn,
): Promise<readonly Diagnostic[]> {
  const { context, migrations, schema } = files;
  const models = migrations.flatMap(({ model }) => model ?? []).toReversed();
  const found: Diagnostic[] = [];

  await engine.startAnew();
  const states: Catalogue[] = [await engine.readCatalogue()];
  const stop = await runUps(engine, migrations, states);
  if (stop !== undefined) found.push(stop);

  const reached = states.at(-1) ?? new Map();
  if (stop === undefined) {
    const [model] = models;
    if (model !== undefined && schema !== undefined) {
      found.push(...(await engine.proveRules(model, files, describe)));
    }
    found.push(...(await proveDowns(engine, files, states)));
    const runs = found.every(({ code }) => code !== "migrations/does-not-run");
    if (runs && engine.proveRows !== undefined && migrations.length > 1) {
      await engine.startAnew();
      found.push(...(await engine.proveRows(migrations, describe)));
    }
  }
  const [newest] = models;
  if (schema === undefined) {
    const left =
      stop === undefined && newest?.tables.length === 0
        ? compareCatalogues(states[0] ?? new Map(), reached, models, context)
        : undefined;
    if (left === undefined) return found;
    return [...found, differsFromSchema(left.subject, { difference: left.text })];
  }

  const [first] = migrations;
  const isAlone = migrations.length === 1 && first !== undefined;
  // The same statements from the same nothing.
  if (stop === undefined && isAlone && isSameScript(first.up, schema)) return found;
  await engine.startAnew();
  const failure = await engine.runFile(schema);
  if (failure !== undefined) return [...found, failure];
  if (stop !== undefined) return found;
  const desired = await engine.readCatalogue();
  const difference = compareCatalogues(desired, reached, models, context);
  if (difference !== undefined) {
    const details = { artifact: { path: schema.path } };
    found.push(differsFromSchema(difference.subject, { difference: difference.text }, details));
  }
  return found;
}

/** Whether two files hold the same lines, but for comments and the frame of a migration. */
function isSameScript(one: Artifact, other: Artifact): boolean {
  const linesOf = ({ text }: Artifact): string =>
    text
      .split("\n")
      .filter((line) => line.trim() !== "" && !WITHOUT_EFFECT.test(line))
      .join("\n");
  return linesOf(one) === linesOf(other);
}

const WITHOUT_EFFECT =
  /^(?:--.*|BEGIN;|COMMIT;|SET LOCAL (?:lock|statement)_timeout = '\d+(?:s|min)';)$/;

/** Runs the migrations and notes the catalogue after each; the finding where one stops. */
async function runUps(
  engine: ProofEngine,
  migrations: readonly MigrationFiles[],
  states: Catalogue[],
): Promise<Diagnostic | undefined> {
  for (const { up } of migrations) {
    const failure = await engine.runFile(up);
    if (failure !== undefined) return failure;
    states.push(await engine.readCatalogue());
  }
  return undefined;
}

async function proveDowns(
  engine: ProofEngine,
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
    const failure = await engine.runFile(down);
    if (failure !== undefined) return [failure];
    const state = states[index] ?? new Map();
    const difference = differs(state, await engine.readCatalogue(), down);
    if (difference !== undefined) return [difference];
  }
  for (const { up } of migrations) {
    const failure = await engine.runFile(up);
    if (failure !== undefined) return [failure];
  }
  const last = migrations.at(-1);
  if (last === undefined) return [];
  const difference = differs(states.at(-1) ?? new Map(), await engine.readCatalogue(), last.up);
  return difference === undefined ? [] : [difference];
}
