import type { ConstrType, Constraint } from "libpg-query";
import type { MigrationStep } from "../../migration-rule.ts";
import { addedColumns } from "./added-columns.ts";
import { alterations } from "./alterations.ts";
import { stringsOf } from "./nodes.ts";

/** A constraint that comes to a table with rows, by itself or with a column. */
export interface AddedConstraint {
  readonly table: string;
  readonly name?: string;
  readonly columns: readonly string[];
  readonly constraint: Constraint;
  /** Whether it came with a column, which can have no NOT VALID. */
  readonly withColumn: boolean;
  readonly location?: number;
}

export function addedConstraints(
  step: MigrationStep,
  kind: ConstrType,
): readonly AddedConstraint[] {
  const alone = alterations(step).flatMap(({ table, constraint, command }) =>
    constraint === undefined || command.subtype !== "AT_AddConstraint"
      ? []
      : [describe(table, constraint)],
  );
  const inline = addedColumns(step).flatMap(({ table, name, constraints }) =>
    constraints.map((constraint) => describe(table, constraint, name)),
  );
  return [...alone, ...inline].filter(({ constraint }) => constraint.contype === kind);
}

function describe(table: string, constraint: Constraint, column?: string): AddedConstraint {
  const { conname: name, location, keys, fk_attrs: foreign } = constraint;
  return {
    table,
    ...(name === undefined ? {} : { name }),
    columns: column === undefined ? stringsOf(foreign ?? keys) : [column],
    constraint,
    withColumn: column !== undefined,
    ...(location === undefined ? {} : { location }),
  };
}
