import { isDeepEqual } from "../util/is-deep-equal.ts";
import { addColumn, columnComment, dropColumn } from "./ddl.ts";
import type { AlteringDialect } from "./dialects/dialect.ts";
import type { Matched } from "./match-by-id.ts";
import { matchColumns } from "./match-columns.ts";
import type { MigrationOperation } from "./migration-operation.ts";
import { orderRenames } from "./order-renames.ts";
import type { Column, Table } from "./relational-model.ts";
import { statement } from "./sql-line.ts";

/** The steps for the columns of a table that stays, by the phase they belong to. */
export interface ColumnPlan {
  readonly dropped: readonly MigrationOperation[];
  readonly renamed: readonly MigrationOperation[];
  readonly added: readonly MigrationOperation[];
  readonly altered: readonly MigrationOperation[];
  readonly described: readonly MigrationOperation[];
}

export function planColumns(dialect: AlteringDialect, before: Table, after: Table): ColumnPlan {
  const columns = withFreed(matchColumns(dialect, before, after));
  const plain = columns.added.filter(({ generated }) => generated === undefined);
  const computed = columns.added.filter(({ generated }) => generated !== undefined);
  const add = (column: Column): MigrationOperation => ({
    title: "add column",
    table: after.name,
    column: column.name,
    subject: column.subject,
    up: [
      addColumn(dialect, after, column),
      ...columnComment(dialect, after, column, column.comment),
    ],
    down: [dropColumn(dialect, after, column)],
    ...(isDemanding(column) ? { upNote: "fails where the table has rows: give a default" } : {}),
    downNote: "the values of the column are lost",
  });
  const renames = columns.kept
    .filter((pair) => pair.before.name !== pair.after.name)
    .map((pair) => ({ from: pair.before.name, to: pair.after.name, subject: pair.after.subject }));
  return {
    // What is computed goes before what it is computed from, and comes when that has its type.
    dropped: [
      ...columns.freed.map((column) => stopComputing(dialect, before, after, column)),
      ...computedFirst(columns.removed).map((column) => ({
        title: "drop column",
        table: after.name,
        column: column.name,
        subject: column.subject,
        up: [dropColumn(dialect, after, column)],
        down: [
          addColumn(dialect, { ...before, name: after.name }, column),
          ...columnComment(dialect, after, column, column.comment),
        ],
        upNote: "the values of the column are lost",
        downNote: restoreNote(column),
      })),
    ],
    renamed: orderRenames(renames).map(({ from, to, item }) => ({
      title: "rename column",
      table: after.name,
      column: item.to,
      subject: item.subject,
      up: [statement(item.subject, `${dialect.renameColumn(after.name, from, to)};`)],
      down: [statement(item.subject, `${dialect.renameColumn(after.name, to, from)};`)],
    })),
    added: plain.map(add),
    altered: [
      ...columns.kept.flatMap((pair) => alterColumn(dialect, after, pair.before, pair.after)),
      ...computed.map(add),
    ],
    described: columns.kept.flatMap((pair) => describe(dialect, after, pair.before, pair.after)),
  };
}

interface FreedColumns extends Matched<Column> {
  /** What is computed no more: the values stay. */
  readonly freed: readonly Column[];
}

function withFreed({ added, removed, kept }: Matched<Column>): FreedColumns {
  const pairs = removed.flatMap((before) => {
    const after = added.find(({ id, generated }) => id === before.id && generated === undefined);
    return after === undefined || before.generated === undefined ? [] : [{ before, after }];
  });
  return {
    added: added.filter((column) => pairs.every(({ after }) => after !== column)),
    removed: removed.filter((column) => pairs.every(({ before }) => before !== column)),
    kept: [...kept, ...pairs],
    freed: pairs.map(({ before }) => before),
  };
}

function stopComputing(
  dialect: AlteringDialect,
  before: Table,
  after: Table,
  column: Column,
): MigrationOperation {
  const { subject } = column;
  const [table, name] = [dialect.identifier(after.name), dialect.identifier(column.name)];
  const own = { ...before, name: after.name };
  return {
    title: "stop computing column",
    table: after.name,
    column: column.name,
    subject,
    up: [statement(subject, `ALTER TABLE ${table}\n  ALTER COLUMN ${name} DROP EXPRESSION;`)],
    down: [
      dropColumn(dialect, own, column),
      addColumn(dialect, own, column),
      ...columnComment(dialect, own, column, column.comment),
    ],
    upNote: "the values stay as they were computed last",
    downNote: "the values are computed again: what was written in the meantime is lost",
  };
}

/** A default of the old type cannot follow to the new one: it goes first and comes back last. */
function alterColumn(
  dialect: AlteringDialect,
  table: Table,
  before: Column,
  after: Column,
): readonly MigrationOperation[] {
  const { subject } = after;
  const operation = { table: table.name, column: after.name, subject };
  const was = dialect.defaultValue(before);
  const is = dialect.defaultValue(after);
  const isRetyped = dialect.typeName(before.type) !== dialect.typeName(after.type);
  const changesDefault = was !== is || isRetyped;
  const old = { ...before, name: after.name };
  const setDefault = (column: Column, value: string | undefined) => [
    statement(subject, `${dialect.changeDefault(table.name, column, value)};`),
  ];
  const setNullable = (nullable: boolean) => [
    statement(subject, `${dialect.changeNullability(table.name, after, nullable)};`),
  ];
  const setType = (from: Column, to: Column) => [
    statement(subject, `${dialect.changeType(table.name, from, to)};`),
  ];
  const conversion = "fails where a value does not fit the type";
  return [
    ...(changesDefault && was !== undefined
      ? [
          {
            ...operation,
            title: "drop default",
            up: setDefault(old, undefined),
            down: setDefault(old, was),
          },
        ]
      : []),
    ...(isRetyped
      ? [
          {
            ...operation,
            title: "change type",
            up: setType(old, after),
            down: setType(after, old),
            upNote: conversion,
            downNote: conversion,
          },
        ]
      : []),
    ...(changesDefault && is !== undefined
      ? [
          {
            ...operation,
            title: "set default",
            up: setDefault(after, is),
            down: setDefault(after, undefined),
          },
        ]
      : []),
    ...(before.nullable === after.nullable ? [] : [nullability(operation, after, setNullable)]),
  ];
}

function nullability(
  operation: { readonly table: string; readonly column: string; readonly subject: string },
  { nullable }: Column,
  set: (nullable: boolean) => MigrationOperation["up"],
): MigrationOperation {
  const note = "fails where the column holds no value: fill it first";
  return {
    ...operation,
    title: nullable ? "allow no value" : "require a value",
    up: set(nullable),
    down: set(!nullable),
    ...(nullable ? { downNote: note } : { upNote: note }),
  };
}

function describe(
  dialect: AlteringDialect,
  table: Table,
  before: Column,
  after: Column,
): readonly MigrationOperation[] {
  if (isDeepEqual(before.comment, after.comment)) return [];
  const { subject, name } = after;
  const target = { kind: "column", table: table.name, column: name } as const;
  const says = (comment: string | undefined) => [
    statement(subject, `${dialect.comment(target, comment)};`),
  ];
  const up = says(after.comment);
  const down = says(before.comment);
  return [{ title: "describe column", table: table.name, column: name, subject, up, down }];
}

function computedFirst(columns: readonly Column[]): readonly Column[] {
  return [
    ...columns.filter(({ generated }) => generated !== undefined),
    ...columns.filter(({ generated }) => generated === undefined),
  ];
}

function isDemanding({ nullable, default: value, generated }: Column): boolean {
  return !nullable && value === undefined && generated === undefined;
}

function restoreNote(column: Column): string {
  const lost = "the values do not come back: restore them from a backup";
  return isDemanding(column) ? `${lost}; fails where the table has rows` : lost;
}
