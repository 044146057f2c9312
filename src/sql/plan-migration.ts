import type { Dialect } from "./dialects/dialect.ts";
import { migrationName } from "./migration-name.ts";
import type { MigrationOperation } from "./migration-operation.ts";
import { planInitial } from "./plan-initial.ts";
import type { RelationalModel } from "./relational-model.ts";

/** A migration before it has a number. */
export interface MigrationPlan {
  /** Short, in snake_case. */
  readonly name: string;
  readonly operations: readonly MigrationOperation[];
}

/**
 * The steps from the last schema (none: an empty database) to the model; `undefined` where nothing
 * has to be done. The inverse of the plan is its operations' inverses in reverse order.
 */
export function planMigration(
  dialect: Dialect,
  previous: RelationalModel | undefined,
  model: RelationalModel,
): MigrationPlan | undefined {
  const operations =
    previous === undefined ? planInitial(dialect, model) : dialect.planChanges(previous, model);
  if (operations.length === 0) return undefined;
  return { name: previous === undefined ? "initial" : migrationName(operations), operations };
}
