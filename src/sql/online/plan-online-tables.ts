import { tableComment } from "../ddl.ts";
import { makeTable } from "../make-table.ts";
import type { MigrationOperation } from "../migration-operation.ts";
import { orderRenames } from "../order-renames.ts";
import type { Table } from "../relational-model.ts";
import type { SqlStatement } from "../sql-line.ts";
import { statement } from "../sql-line.ts";
import { columnName } from "../check-expression.ts";
import type { OnlineDialect } from "./online-dialect.ts";
import type { AllTables } from "./plan-online-objects.ts";
import type { TableStates } from "./table-states.ts";

interface TableRename {
  readonly from: string;
  readonly to: string;
  readonly subject: string;
  readonly breaks?: string;
}

/** New names of tables: of those that stay, are new, or make room for another. */
export function renameTables(
  dialect: OnlineDialect,
  kept: readonly TableStates[],
  made: readonly TableStates[],
  gone: readonly TableStates[],
  isFree: (name: string) => boolean,
): readonly MigrationOperation[] {
  const rename = (from: string, to: string, subject: string): TableRename[] =>
    from === to ? [] : [{ from, to, subject }];
  const other = (name: string) => `another table has the name ${name}`;
  const renames: TableRename[] = [
    ...kept.flatMap(({ old, current }) =>
      rename(old.early.name, current.late.name, current.late.subject).map((item) =>
        isFree(item.from) ? item : { ...item, breaks: other(item.from) },
      ),
    ),
    ...made.flatMap(({ current }) =>
      rename(current.early.name, current.late.name, current.late.subject),
    ),
    ...gone.flatMap(({ old }) =>
      rename(old.early.name, old.late.name, old.early.subject).map((item) => ({
        ...item,
        breaks: other(item.from),
      })),
    ),
  ];
  const steps = orderRenames(renames).map(({ from, to, item }): MigrationOperation => ({
    title: "rename table",
    table: item.to,
    subject: item.subject,
    stage: "switch-columns",
    up: [statement(item.subject, `${dialect.renameTable(from, to)};`)],
    down: [statement(item.subject, `${dialect.renameTable(to, from)};`)],
    ...(item.breaks === undefined ? {} : { breaks: item.breaks }),
  }));
  return steps;
}

interface ColumnRename {
  readonly from: string;
  readonly to: string;
  readonly subject: string;
  readonly breaks?: string | undefined;
}

/** New names of the columns of one table, all at once. */
export function renameColumns(
  dialect: OnlineDialect,
  { current, old, moves }: TableStates,
  hasView: boolean,
): readonly MigrationOperation[] {
  const { name: table } = current.late;
  const isCalled = (from: string, to: string) =>
    hasView ? undefined : `${old.early.name}.${from} is called ${to}`;
  const renames = moves.flatMap((move): readonly ColumnRename[] => {
    switch (move.way) {
      case "add":
        return [{ from: move.early, to: move.after.name, subject: move.after.subject }];
      case "drop":
        return [
          {
            from: move.before.name,
            to: move.late,
            subject: move.before.subject,
            breaks: isCalled(move.before.name, move.late),
          },
        ];
      case "swap": {
        const { subject } = move.after;
        return [
          {
            from: move.before.name,
            to: move.late,
            subject,
            ...(move.before.name === move.after.name
              ? {}
              : { breaks: isCalled(move.before.name, move.late) }),
          },
          { from: move.early, to: move.after.name, subject },
        ];
      }
      case "keep":
      case "widen":
      case "plain":
        return [
          {
            from: move.before.name,
            to: move.after.name,
            subject: move.after.subject,
            breaks: isCalled(move.before.name, move.after.name),
          },
        ];
      case "mirror":
        return [];
      default:
        return move satisfies never;
    }
  });
  return orderRenames(renames.filter(({ from, to }) => from !== to)).map(
    ({ from, to, item }): MigrationOperation => ({
      title: "rename column",
      table,
      column: item.to,
      subject: item.subject,
      stage: "switch-columns",
      up: [statement(item.subject, `${dialect.renameColumn(table, from, to)};`)],
      down: [statement(item.subject, `${dialect.renameColumn(table, to, from)};`)],
      ...(item.breaks === undefined ? {} : { breaks: item.breaks }),
    }),
  );
}

/**
 * A view under the old name and with the old names of columns: an old version reads and writes
 * through it until it is gone (PostgreSQL manual, CREATE VIEW, "Updatable Views"). It comes with the
 * new name, in one transaction.
 */
export function keepOldName(
  dialect: OnlineDialect,
  { current, old, moves }: TableStates,
): readonly MigrationOperation[] {
  const { subject } = current.late;
  const name = dialect.identifier(old.early.name);
  // What is written to the old column of a swap would be lost: the trigger goes the other way now.
  const swapped = new Set(
    moves.flatMap((move) =>
      move.way === "swap" && move.before.generated === undefined ? [move.after.id] : [],
    ),
  );
  const columns = old.early.columns.map(({ id, name: was }) => {
    const table = swapped.has(id) ? current.late : old.late;
    const is = dialect.identifier(columnName(table, id));
    return is === dialect.identifier(was) ? is : `${is} AS ${dialect.identifier(was)}`;
  });
  const create = [
    statement(
      subject,
      `CREATE VIEW ${name} WITH (security_invoker = true) AS\n` +
        `  SELECT ${columns.join(", ")}\n  FROM ${dialect.identifier(current.late.name)};`,
    ),
  ];
  const drop = [statement(subject, `DROP VIEW ${name};`)];
  const base = { table: current.late.name, subject };
  return [
    { ...base, title: "keep old name", stage: "switch-columns", up: create, down: drop },
    { ...base, title: "drop old name", stage: "contract-drop", up: drop, down: create },
  ];
}

export function removeTable(
  dialect: OnlineDialect,
  { old }: TableStates,
  tables: AllTables,
): MigrationOperation {
  const made = makeTable(dialect, old.late, [], tables.old.late);
  const name = dialect.identifier(old.late.name);
  return {
    title: "drop table",
    table: old.early.name,
    subject: old.early.subject,
    stage: "contract-drop",
    up: made.down,
    down: made.up,
    upNote: `all rows are lost: to keep them, run pg_dump --table=${name} before`,
    downNote: "the table comes back without its rows: restore them from a backup",
  };
}

export function describeTable(
  dialect: OnlineDialect,
  { old, current }: TableStates,
): readonly MigrationOperation[] {
  const { early } = current;
  if (old.early.comment === early.comment) return [];
  const { subject, name } = early;
  const says = (table: Table): readonly SqlStatement[] =>
    table.comment === undefined
      ? [statement(subject, `${dialect.comment({ kind: "table", table: name }, undefined)};`)]
      : tableComment(dialect, early, table.comment);
  return [
    {
      title: "describe table",
      table: current.late.name,
      subject,
      stage: "expand",
      up: says(early),
      down: says(old.early),
    },
  ];
}
