import type { Dialect } from "./dialects/dialect.ts";
import { betweenModels } from "./between-models.ts";
import { migrationName } from "./migration-name.ts";
import type { MigrationOperation } from "./migration-operation.ts";
import type { MigrationManner, MigrationPhase } from "./migration-stage.ts";
import { describeStage } from "./migration-stage.ts";
import { planInitial } from "./plan-initial.ts";
import type { RelationalModel } from "./relational-model.ts";

/** A migration before it has a number: what is applied at once. */
export interface MigrationPlan {
  /** Short, in snake_case. */
  readonly name: string;
  /** None where the whole change is one file. */
  readonly phase?: MigrationPhase;
  readonly manner: MigrationManner;
  readonly operations: readonly MigrationOperation[];
}

/**
 * The files from the last schema (none: an empty database) to the model, in the order in which they
 * are applied; none where nothing has to be done. The inverse of a file is its operations' inverses
 * in reverse order.
 */
export function planMigration(
  dialect: Dialect,
  previous: RelationalModel | undefined,
  model: RelationalModel,
): readonly MigrationPlan[] {
  return planLegs(dialect, previous, model).flatMap(({ plans }) => plans);
}

/** The files from one model that a service is made for to the next one. */
export interface MigrationLeg {
  readonly from: RelationalModel | undefined;
  readonly to: RelationalModel;
  readonly plans: readonly MigrationPlan[];
}

/** A table is spread over partitions when everything else has changed: each of the two in phases. */
export function planLegs(
  dialect: Dialect,
  previous: RelationalModel | undefined,
  model: RelationalModel,
): readonly MigrationLeg[] {
  const between = previous && betweenModels(previous, model);
  const stops = [...(between === undefined ? [] : [between]), model];
  return stops.map((to, index) => {
    const from = index === 0 ? previous : stops[index - 1];
    return { from, to, plans: planLeg(dialect, from, to) };
  });
}

function planLeg(
  dialect: Dialect,
  previous: RelationalModel | undefined,
  model: RelationalModel,
): readonly MigrationPlan[] {
  if (previous === undefined) {
    const operations = planInitial(dialect, model);
    return operations.length === 0 ? [] : [{ name: "initial", manner: "brief", operations }];
  }
  return splitIntoFiles(dialect.planChanges(previous, model));
}

/** Neighbours of one phase share a file, as far as they may share a transaction. */
function splitIntoFiles(operations: readonly MigrationOperation[]): readonly MigrationPlan[] {
  const files: (Omit<MigrationPlan, "name"> & { readonly operations: MigrationOperation[] })[] = [];
  for (const operation of operations) {
    const place = operation.stage === undefined ? undefined : describeStage(operation.stage);
    const manner = place?.manner ?? "brief";
    const last = files.at(-1);
    const fits = last !== undefined && last.phase === place?.phase && last.manner === manner;
    if (fits && manner !== "alone") last.operations.push(operation);
    else files.push({ ...(place && { phase: place.phase }), manner, operations: [operation] });
  }
  return files.map((file) => {
    const name = migrationName(file.operations);
    const isSaid = file.phase === undefined || name.startsWith(`${file.phase}_`);
    return { ...file, name: isSaid ? name : `${file.phase}_${name}` };
  });
}
