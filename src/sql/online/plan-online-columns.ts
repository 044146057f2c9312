import { addColumn, columnComment, dropColumn } from "../ddl.ts";
import type { MigrationOperation } from "../migration-operation.ts";
import type { MigrationStage } from "../migration-stage.ts";
import { planColumns } from "../plan-columns.ts";
import type { Column, Table } from "../relational-model.ts";
import type { SqlStatement } from "../sql-line.ts";
import { statement } from "../sql-line.ts";
import type { ColumnMove } from "./column-move.ts";
import type { OnlineDialect } from "./online-dialect.ts";
import { inBatches } from "./in-batches.ts";
import { addComputed, planComputed } from "./plan-computed.ts";
import { planCopy } from "./plan-copy.ts";
import { requireValue } from "./require-value.ts";
import type { TableStates } from "./table-states.ts";
import { findMissing } from "./find-refused.ts";

/** The steps for the columns of a table that stays; renames of columns are planned for a whole table. */
export function planOnlineColumns(
  dialect: OnlineDialect,
  states: TableStates,
  names: (base: string) => string,
): readonly MigrationOperation[] {
  // What is computed comes after what it is computed from, and goes before that.
  const computed = states.moves.filter(isComputed);
  const plain = states.moves.filter((move) => !isComputed(move)).flatMap(plan);
  const isDropping = ({ stage }: MigrationOperation): boolean => stage === "contract-drop";
  return [
    ...plain.filter((step) => !isDropping(step)),
    ...computed.flatMap(plan),
    ...plain.filter(isDropping),
  ];

  function plan(move: ColumnMove): readonly MigrationOperation[] {
    switch (move.way) {
      case "add":
        return addOnline(dialect, states, move, names);
      case "drop":
        return dropOnline(dialect, states, move);
      case "keep":
      case "widen":
      case "plain":
        return alterOnline(dialect, states, move, names);
      case "swap":
      case "mirror":
        return isComputed(move)
          ? planComputed(dialect, states, move, names)
          : planCopy(dialect, states, move, names);
      default:
        return move satisfies never;
    }
  }
}

function isComputed(move: ColumnMove): boolean {
  const was = move.way === "add" ? undefined : move.before.generated;
  const is = move.way === "drop" ? undefined : move.after.generated;
  return was !== undefined || is !== undefined;
}

function addOnline(
  dialect: OnlineDialect,
  states: TableStates,
  { after, early }: Extract<ColumnMove, { way: "add" }>,
  names: (base: string) => string,
): readonly MigrationOperation[] {
  if (after.generated !== undefined) return addComputed(dialect, states, after, early, names);
  const { early: table, late } = states.current;
  const value = dialect.defaultValue(after);
  const isVolatile = typeof after.default === "object" && after.default.function === "uuid";
  const isAtOnce = after.nullable || (value !== undefined && !isVolatile);
  const column: Column = { ...after, name: early, nullable: after.nullable || !isAtOnce };
  const { default: _, ...bare } = column;
  const base = { table: late.name, column: after.name, subject: after.subject };
  const added: MigrationOperation = {
    ...base,
    title: "add column",
    stage: "expand",
    up: [
      addColumn(dialect, table, isVolatile ? bare : column),
      ...(isVolatile && value !== undefined
        ? [statement(after.subject, `${dialect.changeDefault(table.name, column, value)};`)]
        : []),
      ...columnComment(dialect, table, column, column.comment),
    ],
    down: [dropColumn(dialect, table, column)],
    downNote: "the values of the column are lost",
  };
  if (isAtOnce) return [added];
  if (!isVolatile || value === undefined) {
    return [added, ...requireValue(dialect, states, after, names, "contract")];
  }
  const own = dialect.identifier(early);
  const missing = findMissing(dialect, table, { ...after, name: early });
  return [
    added,
    {
      ...base,
      title: "fill column",
      stage: "backfill",
      up: [inBatches(dialect, table, after.subject, `${own} = ${value}`, `${own} IS NULL`)],
      down: [],
      after: missing,
    },
    ...requireValue(dialect, states, after, names, "switch"),
  ];
}

function dropOnline(
  dialect: OnlineDialect,
  { old }: TableStates,
  { before, late }: Extract<ColumnMove, { way: "drop" }>,
): readonly MigrationOperation[] {
  const base = { table: old.late.name, column: before.name, subject: before.subject };
  const isDemanding = !before.nullable && before.default === undefined;
  const inKey = old.early.primaryKey?.columns.includes(before.id) === true;
  const loosens = isDemanding && !inKey && before.generated === undefined;
  const column = { ...before, name: late };
  const left: Column = { ...column, nullable: column.nullable || isDemanding };
  const nullability = (nullable: boolean): readonly SqlStatement[] => [
    statement(before.subject, `${dialect.changeNullability(old.early.name, before, nullable)};`),
  ];
  const loosen: MigrationOperation = {
    ...base,
    title: "allow no value",
    stage: "switch",
    up: nullability(true),
    down: nullability(false),
    upNote: "the new version does not write the column any more",
    downNote: "fails where the new version has written rows: fill the column first",
  };
  return [
    ...(loosens ? [loosen] : []),
    {
      ...base,
      title: "drop column",
      stage: "contract-drop",
      up: [dropColumn(dialect, old.late, column)],
      down: [
        addColumn(dialect, old.late, left),
        ...columnComment(dialect, old.late, column, column.comment),
      ],
      upNote: `the values are lost: to keep them, copy ${late} elsewhere before`,
      downNote: "the column comes back without its values: restore them from a backup",
      ...(late === before.name
        ? {}
        : { breaks: `${old.early.name}.${before.name} is another column` }),
    },
  ];
}

const PLAIN = "the table is written anew under a lock that stops reads and writes";

/** What is changed where it stands: names of columns change in between, and with them the table. */
function alterOnline(
  dialect: OnlineDialect,
  states: TableStates,
  move: Extract<ColumnMove, { way: "keep" | "widen" | "plain" }>,
  names: (base: string) => string,
): readonly MigrationOperation[] {
  const { before, after, way } = move;
  const isEarly = way === "widen";
  const table: Table = isEarly ? states.current.early : states.current.late;
  const is = isEarly ? { ...after, name: before.name } : after;
  const was = { ...before, name: is.name };
  const inKey = states.old.early.primaryKey?.columns.includes(before.id) === true;
  const only = (from: Column, to: Column) => {
    const own = { ...table, columns: [to] };
    const { altered } = planColumns(dialect, { ...own, columns: [from] }, own);
    return altered;
  };
  const isRetyped = dialect.typeName(was.type) !== dialect.typeName(is.type);
  const isDefaultGone =
    dialect.defaultValue(is) === undefined && dialect.defaultValue(was) !== undefined;
  const stage: MigrationStage = isEarly
    ? "expand"
    : isDefaultGone && !isRetyped
      ? "contract-finish"
      : "switch-columns";
  const changed = only(was, { ...is, nullable: was.nullable }).map(
    (operation): MigrationOperation => ({
      ...operation,
      stage,
      ...(way === "plain" && operation.title === "change type" ? { breaks: PLAIN } : {}),
    }),
  );
  const described: readonly MigrationOperation[] = planColumns(
    dialect,
    { ...states.current.early, columns: [{ ...before }] },
    { ...states.current.early, columns: [{ ...before, comment: after.comment }] },
  ).described.map((operation) => ({ ...operation, stage: "expand" as const }));
  if (before.nullable === after.nullable) return [...changed, ...described];
  if (!after.nullable) {
    return [...changed, ...described, ...requireValue(dialect, states, after, names, "contract")];
  }
  const loosened = only({ ...is, nullable: false }, { ...is, nullable: true });
  const looseStage: MigrationStage = inKey ? "contract-keys" : "switch-columns";
  return [
    ...changed,
    ...described,
    ...loosened.map((operation) => ({ ...operation, stage: looseStage })),
  ];
}
