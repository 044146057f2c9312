import { addColumn, columnComment, dropColumn } from "../ddl.ts";
import { generatedExpression } from "../generated-expression.ts";
import type { MigrationOperation } from "../migration-operation.ts";
import type { Column } from "../relational-model.ts";
import { statement } from "../sql-line.ts";
import type { ColumnMove } from "./column-move.ts";
import { inBatches } from "./in-batches.ts";
import type { OnlineDialect } from "./online-dialect.ts";
import { requireValue } from "./require-value.ts";
import type { SyncTrigger } from "./sync-trigger.ts";
import { createSync, dropSync } from "./sync-trigger.ts";
import type { TableStates } from "./table-states.ts";

/** No engine before PostgreSQL 18 has a computed column that is not stored with every row. */
const REWRITE = "is computed for all rows under a lock that stops reads and writes";

/** A new column that the engine computes: the only step of its change that stops anybody. */
export function addComputed(
  dialect: OnlineDialect,
  states: TableStates,
  after: Column,
  early: string,
  names: (base: string) => string,
): readonly MigrationOperation[] {
  const { early: table, late } = states.current;
  const column = { ...after, name: early, nullable: after.nullable || !isGiven(states, after) };
  return [
    {
      table: late.name,
      column: after.name,
      subject: after.subject,
      title: "add column",
      stage: "expand",
      up: [
        addColumn(dialect, table, column),
        ...columnComment(dialect, table, column, column.comment),
      ],
      down: [dropColumn(dialect, table, column)],
      breaks: `${table.name}.${early} ${REWRITE}`,
    },
    ...(column.nullable && !after.nullable
      ? requireValue(dialect, states, after, names, "contract")
      : []),
  ];
}

/**
 * A column that is computed in another way, from now on, or no more: both are there until the old
 * version of the service is gone, the names change in the switch.
 */
export function planComputed(
  dialect: OnlineDialect,
  states: TableStates,
  move: Extract<ColumnMove, { way: "swap" | "mirror" }>,
  names: (base: string) => string,
): readonly MigrationOperation[] {
  const { before, after, early, late } = move;
  const { old, current } = states;
  const { subject } = after;
  const base = { table: current.late.name, column: after.name, subject };
  const left: Column = { ...before, name: late };
  const run = (text: string) => statement(subject, `${text};`);
  const isDemanding = before.generated === undefined && !before.nullable;
  const value = dialect.defaultValue(before);
  const loose: Column = { ...left, nullable: left.nullable || isDemanding };
  const { default: _, ...bare } = loose;
  const nullable = (is: boolean) => run(dialect.changeNullability(current.late.name, left, is));
  return [
    ...(after.generated === undefined
      ? freeComputed(dialect, states, move, names)
      : addComputed(dialect, states, after, early, names)),
    ...(isDemanding || (before.generated === undefined && value !== undefined)
      ? [
          {
            ...base,
            title: "leave old column",
            stage: "switch-columns" as const,
            up: [
              ...(isDemanding ? [nullable(true)] : []),
              ...(value === undefined
                ? []
                : [run(dialect.changeDefault(current.late.name, left, undefined))]),
            ],
            down: [
              ...(value === undefined
                ? []
                : [run(dialect.changeDefault(current.late.name, left, value))]),
              ...(isDemanding ? [nullable(false)] : []),
            ],
            downNote: "fails where the new version has written rows: fill the column first",
          },
        ]
      : []),
    {
      ...base,
      title: "drop old column",
      stage: "contract-drop",
      up: [dropColumn(dialect, current.late, left)],
      down: [
        addColumn(dialect, old.late, before.generated === undefined ? bare : left),
        ...columnComment(dialect, old.late, left, before.comment),
      ],
      ...(before.generated === undefined
        ? {
            upNote: `the values are lost: to keep them, copy ${late} elsewhere before`,
            downNote: "the column comes back without its values: restore them from a backup",
          }
        : {}),
    },
  ];
}

/** Until the switch a trigger computes what the engine computes in the old column. */
function freeComputed(
  dialect: OnlineDialect,
  states: TableStates,
  { before, after, early }: Extract<ColumnMove, { way: "swap" | "mirror" }>,
  names: (base: string) => string,
): readonly MigrationOperation[] {
  const { old, current } = states;
  const { subject } = after;
  const base = { table: current.late.name, column: after.name, subject };
  const { default: _, ...copy }: Column = { ...after, name: early, nullable: true };
  const inTrigger = { ...dialect, identifier: (name: string) => `NEW.${dialect.identifier(name)}` };
  const computed = generatedExpression(inTrigger, old.early, before) ?? "NULL";
  const own = dialect.identifier(early);
  const value = dialect.convert(computed, before, after);
  const sync: SyncTrigger = {
    name: names(`sync_${current.late.name}_${after.name}`),
    table: current.early,
    subject,
    body: [
      "BEGIN",
      `  NEW.${own} := ${value};`,
      "EXCEPTION WHEN data_exception THEN",
      `  NEW.${own} := NULL;`,
      "END;",
    ],
  };
  const was = dialect.identifier(before.name);
  const newValue = dialect.defaultValue(after);
  const setDefault = (text: string | undefined) =>
    newValue === undefined
      ? []
      : [statement(subject, `${dialect.changeDefault(current.late.name, after, text)};`)];
  return [
    {
      ...base,
      title: "add copy of column",
      stage: "expand",
      up: [
        addColumn(dialect, current.early, copy),
        ...columnComment(dialect, current.early, copy, copy.comment),
        ...createSync(dialect, sync),
      ],
      down: [...dropSync(dialect, sync), dropColumn(dialect, current.early, copy)],
    },
    {
      ...base,
      title: "copy column",
      stage: "backfill",
      up: [
        inBatches(
          dialect,
          current.early,
          subject,
          `${own} = NULL`,
          `${own} IS NULL AND ${was} IS NOT NULL`,
        ),
      ],
      down: [],
    },
    {
      ...base,
      title: "stop computing column",
      stage: "switch",
      up: dropSync(dialect, sync),
      down: createSync(dialect, sync),
      breaks: `${old.early.name}.${before.name} is not computed any more`,
    },
    {
      ...base,
      title: "set default",
      stage: "switch-columns",
      up: setDefault(newValue),
      down: setDefault(undefined),
    },
    ...(after.nullable ? [] : requireValue(dialect, states, after, names, "contract")),
  ].filter(({ up, down }) => up.length + down.length > 0) as readonly MigrationOperation[];
}

/** Whether everything that it is computed from has a value in every row: a copy is filled later. */
function isGiven({ moves }: TableStates, { generated }: Column): boolean {
  const sources = generated?.columns ?? [];
  return sources.every((id) =>
    moves.some(
      (move) =>
        (move.way === "keep" || move.way === "plain") &&
        move.before.id === id &&
        !move.before.nullable,
    ),
  );
}
