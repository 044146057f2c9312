import type { MigrationOperation } from "../migration-operation.ts";
import type { Column } from "../relational-model.ts";
import type { SqlStatement } from "../sql-line.ts";
import { statement } from "../sql-line.ts";
import type { OnlineDialect } from "./online-dialect.ts";
import { alter } from "./add-rule.ts";
import { inBatches } from "./in-batches.ts";
import type { TableStates } from "./table-states.ts";
import { findMissing } from "./find-refused.ts";

/**
 * `SET NOT NULL` without a scan under its lock: a check for new rows first, when no row is without a
 * value, a look at the old ones under a lock that blocks nobody, and the valid check saves the scan (PostgreSQL 12 and later).
 * In the `switch` it comes before columns change their names, for columns that the database fills;
 * in the `contract` for those that an old version may leave empty.
 */
export function requireValue(
  dialect: OnlineDialect,
  { current }: TableStates,
  after: Column,
  names: (base: string) => string,
  at: "switch" | "contract",
): readonly MigrationOperation[] {
  const table = at === "switch" ? current.early : current.late;
  const column = table.columns.find(({ id }) => id === after.id) ?? after;
  const { subject } = after;
  const base = { table: current.late.name, column: after.name, subject };
  const own = dialect.identifier(column.name);
  const helper = dialect.identifier(names(`${current.late.name}_${after.name}_given`));
  const run = (change: string): readonly SqlStatement[] => [alter(dialect, table, subject, change)];
  const isNotNull = `ADD CONSTRAINT ${helper} CHECK (${own} IS NOT NULL)`;
  const set = (nullable: boolean): readonly SqlStatement[] => [
    statement(subject, `${dialect.changeNullability(table.name, column, nullable)};`),
  ];
  const missing = findMissing(dialect, table, column);
  const value = at === "contract" ? dialect.defaultValue(after) : undefined;
  return [
    ...(value === undefined
      ? []
      : [
          {
            ...base,
            title: "fill column",
            stage: "contract-fill" as const,
            up: [inBatches(dialect, table, subject, `${own} = ${value}`, `${own} IS NULL`)],
            down: [],
            after: missing,
          },
        ]),
    {
      ...base,
      title: "ask for a value",
      stage: at === "switch" ? "validate-rules" : "contract-rules",
      up: run(`${isNotNull} NOT VALID`),
      down: run(`DROP CONSTRAINT ${helper}`),
      // A row that has none cannot be changed any more, not even in another column.
      before: missing,
    },
    {
      ...base,
      title: "look for missing values",
      stage: at === "switch" ? "validate" : "contract-validate",
      up: run(`VALIDATE CONSTRAINT ${helper}`),
      // Only a new constraint is one that was not looked at.
      down: [...run(`DROP CONSTRAINT ${helper}`), ...run(`${isNotNull} NOT VALID`)],
    },
    {
      ...base,
      title: "require a value",
      stage: at === "switch" ? "switch" : "contract-finish",
      up: [...set(false), ...run(`DROP CONSTRAINT ${helper}`)],
      down: [...run(isNotNull), ...set(true)],
    },
  ];
}
