import { addColumn, columnComment, dropColumn } from "../ddl.ts";
import type { MigrationCheck, MigrationOperation } from "../migration-operation.ts";
import type { Column } from "../relational-model.ts";
import { statement } from "../sql-line.ts";
import type { ColumnMove } from "./column-move.ts";
import type { OnlineDialect } from "./online-dialect.ts";
import { inBatches } from "./in-batches.ts";
import { isReversible, revert } from "./revert.ts";
import { requireValue } from "./require-value.ts";
import type { SyncTrigger } from "./sync-trigger.ts";
import { copyBody, createSync, dropSync, mirrorBody } from "./sync-trigger.ts";
import type { TableStates } from "./table-states.ts";
import { isLossless } from "./is-lossless.ts";
import { findLeftOut } from "./find-left-out.ts";

/**
 * A column that changes its type, or its name, by way of a copy: both are there for a while and a
 * trigger keeps them the same, so that the old and the new version of a service can work with it.
 * Names of a `swap` change in the switch, with those of all columns of the table.
 */
export function planCopy(
  dialect: OnlineDialect,
  states: TableStates,
  move: Extract<ColumnMove, { way: "swap" | "mirror" }>,
  names: (base: string) => string,
): readonly MigrationOperation[] {
  const { before, after, early, late, way } = move;
  const { old, current } = states;
  const { subject } = after;
  const base = { table: current.late.name, column: after.name, subject };
  const isSwap = way === "swap";
  const isRetyped = dialect.typeName(before.type) !== dialect.typeName(after.type);
  const converts = isLossless(before.type, after.type);
  const reverts = isReversible(move);
  const copy: Column = { ...after, name: early, nullable: true };
  const { default: _, ...bareCopy } = copy;
  const name = names(`sync_${current.late.name}_${after.name}`);
  const backName = isSwap ? names(`sync_${current.late.name}_${late}`) : name;
  const forward: SyncTrigger = {
    name,
    table: current.early,
    subject,
    body: isSwap
      ? copyBody(dialect, before.name, early, move, "forward")
      : mirrorBody(dialect, before.name, early, { before, after }),
  };
  const back: SyncTrigger = isSwap
    ? {
        name: backName,
        table: current.late,
        subject,
        body: copyBody(dialect, after.name, late, move, "back"),
      }
    : { ...forward, table: current.late };
  const leftOut: MigrationCheck = findLeftOut(dialect, old.early, before, early);
  const own = dialect.identifier(before.name);
  const copied = dialect.identifier(early);
  const isRequired = !after.nullable && !before.nullable && converts;
  const run = (text: string) => statement(subject, `${text};`);

  /** The old column after the switch: without a value where the trigger finds none. */
  const isLoose = !before.nullable && (isSwap || after.nullable || !reverts);
  const left: Column = { ...before, name: late, nullable: before.nullable || isLoose };
  const { default: leftDefault, ...bareLeft } = left;
  const loosened = { ...before, name: late };
  const oldValue = dialect.defaultValue(before);
  const newValue = dialect.defaultValue(after);
  const lateDefault = (column: Column, text: string | undefined) =>
    run(dialect.changeDefault(current.late.name, column, text));
  const returning = revert(dialect, dialect.identifier(after.name), move);
  const kept = dialect.identifier(late);

  const steps: readonly MigrationOperation[] = [
    {
      ...base,
      title: "add copy of column",
      stage: "expand",
      up: [
        addColumn(dialect, current.early, bareCopy),
        ...columnComment(dialect, current.early, copy, copy.comment),
        ...createSync(dialect, forward),
      ],
      down: [...dropSync(dialect, forward), dropColumn(dialect, current.early, copy)],
    },
    {
      ...base,
      title: "copy column",
      stage: "backfill",
      // The trigger converts: one place says what becomes of a value.
      up: [
        inBatches(
          dialect,
          current.early,
          subject,
          `${own} = ${own}`,
          `${copied} IS NULL AND ${own} IS NOT NULL`,
        ),
      ],
      down: [],
      // What does not fit is left out, and stays so until somebody has decided about it.
      after: converts ? [leftOut] : [],
    },
    ...(isRequired ? requireValue(dialect, states, after, names, "switch") : []),
    ...(isSwap
      ? [
          {
            ...base,
            title: "begin with the copy",
            stage: "switch" as const,
            up: dropSync(dialect, forward),
            down: createSync(dialect, forward),
            before: [leftOut],
            ...(converts
              ? {}
              : {
                  breaks: `${old.early.name}.${before.name} changes to ${dialect.typeName(after.type)}, which does not hold all that the old version may write`,
                }),
          },
        ]
      : []),
    {
      ...base,
      title: "go on with the copy",
      stage: "switch-columns",
      up: [
        ...(isLoose ? [run(dialect.changeNullability(current.late.name, loosened, true))] : []),
        ...(isSwap && oldValue !== undefined ? [lateDefault(left, undefined)] : []),
        ...(isSwap && newValue !== undefined ? [lateDefault(after, newValue)] : []),
        ...(isSwap ? createSync(dialect, back) : []),
      ],
      down: [
        ...(isSwap ? dropSync(dialect, back) : []),
        ...(isSwap && newValue !== undefined ? [lateDefault(after, undefined)] : []),
        ...(isSwap && oldValue !== undefined ? [lateDefault(left, oldValue)] : []),
        ...(isLoose ? [run(dialect.changeNullability(current.late.name, loosened, false))] : []),
      ],
      ...(isLoose ? { downNote: "fails where a value does not fit the old column" } : {}),
    },
    ...(after.nullable || isRequired
      ? []
      : requireValue(dialect, states, after, names, "contract")),
    {
      ...base,
      title: "drop old column",
      stage: "contract-drop",
      before: isSwap ? [] : [findLeftOut(dialect, old.late, { ...before, name: late }, early)],
      up: [
        ...dropSync(dialect, back),
        dropColumn(dialect, current.late, left),
        ...(isSwap || newValue === undefined ? [] : [lateDefault(after, newValue)]),
      ],
      down: [
        ...(isSwap || newValue === undefined ? [] : [lateDefault(after, undefined)]),
        addColumn(dialect, current.late, { ...bareLeft, nullable: true }),
        ...columnComment(dialect, current.late, left, before.comment),
        run(`UPDATE ${dialect.identifier(current.late.name)} SET ${kept} = ${returning}`),
        ...(isSwap || leftDefault === undefined || oldValue === undefined
          ? []
          : [lateDefault(left, oldValue)]),
        ...(left.nullable ? [] : [run(dialect.changeNullability(current.late.name, left, false))]),
        ...createSync(dialect, back),
      ],
      upNote: isRetyped
        ? `what did not fit ${dialect.typeName(after.type)} is lost`
        : "every value is in the new column",
      downNote: "fails where a value does not fit the old column",
    },
  ];
  return steps.filter(({ up, down }) => up.length + down.length > 0);
}
