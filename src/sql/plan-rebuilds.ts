import { isDeepEqual } from "../util/is-deep-equal.ts";
import { uniqueName } from "../util/naming.ts";
import { sortedBy } from "../util/order.ts";
import type { TablesById } from "./ddl.ts";
import { addColumn, createIndex, createTable, dropColumn } from "./ddl.ts";
import type { Dialect } from "./dialects/dialect.ts";
import { makeTable } from "./make-table.ts";
import { matchTables } from "./match-tables.ts";
import { matchById } from "./match-by-id.ts";
import type { MigrationOperation } from "./migration-operation.ts";
import { orderRenames } from "./order-renames.ts";
import { removeTable } from "./remove-table.ts";
import { renameTable } from "./rename-table.ts";
import type { Column, RelationalModel, Table, TableIndex } from "./relational-model.ts";
import type { SqlStatement } from "./sql-line.ts";
import { statement } from "./sql-line.ts";
import { columnsOf, objectId, objectsOf } from "./table-object.ts";

/**
 * The steps from one model to another where a table cannot be altered much: names change first,
 * then each table is altered in place where that is enough, or made anew and filled from the old
 * one (SQLite, "Making Other Kinds Of Table Schema Changes", the twelve steps). Foreign keys are
 * off meanwhile; comments are not kept by the engine, and so are no change.
 */
export function planRebuilds(
  dialect: Dialect,
  before: RelationalModel,
  after: RelationalModel,
): readonly MigrationOperation[] {
  const tables = matchTables(before.tables, after.tables);
  const pairs = tables.kept.map((pair) => comparePair(pair.before, pair.after));
  const current = byId(after.tables);
  const taken = new Set([...before.tables, ...after.tables].map(({ name }) => name));
  // A table that goes makes room for one that takes its name; it goes last, since others are filled
  // from tables that still point to it.
  const removed = tables.removed.map((from) => {
    const isWanted = after.tables.some(({ name }) => name === from.name);
    const name = isWanted ? uniqueName(`old_${from.name}`.slice(0, 60), taken, "_") : from.name;
    taken.add(name);
    return { from, to: { ...from, name } };
  });
  const meanwhile = byId([
    ...after.tables,
    ...removed.map(({ to }) => to),
    ...pairs.map(({ renamed }) => renamed),
  ]);
  const renames = [...pairs, ...removed]
    .filter(({ from, to }) => from.name !== to.name)
    .map(({ from, to }) => ({ from: from.name, to: to.name, subject: to.subject }));
  const dropIndex = (table: Table, index: TableIndex): MigrationOperation =>
    inverse(addIndex(dialect, table, index), "drop index");
  return [
    ...pairs.flatMap((pair) => changeHistory(dialect, pair, "drop")),
    ...removed.flatMap(({ from }) => dropHistory(dialect, from)),
    ...pairs.flatMap(({ from, indexes }) => indexes.removed.map((index) => dropIndex(from, index))),
    ...removed.flatMap(({ from }) => from.indexes.map((index) => dropIndex(from, index))),
    ...orderRenames(renames).map(({ from, to, item }): MigrationOperation => ({
      title: "rename table",
      table: item.to,
      subject: item.subject,
      up: [renameTable(dialect, item.subject, from, to)],
      down: [renameTable(dialect, item.subject, to, from)],
    })),
    ...pairs.flatMap((pair) => renameColumns(dialect, pair)),
    ...tables.added.map((table) => makeTable(dialect, table, table.foreignKeys, current)),
    ...pairs.flatMap((pair) =>
      pair.needsRebuild
        ? [rebuildTable(dialect, pair, { meanwhile, current, taken })]
        : alterColumns(dialect, pair),
    ),
    ...removed.map(({ from, to }) => removeBareTable(dialect, from, to, meanwhile)),
    ...pairs.flatMap(({ to, indexes }) =>
      indexes.added.map((index) => addIndex(dialect, to, index)),
    ),
    ...pairs.flatMap((pair) => changeHistory(dialect, pair, "add")),
  ];
}

/** A table that stays: as it was, as it was with the names of today, and as it is. */
interface Pair {
  readonly from: Table;
  readonly renamed: Table;
  readonly to: Table;
  readonly columns: ReturnType<typeof matchById<Column>>;
  /** Indexes that go before everything else and come after it. */
  readonly indexes: {
    readonly removed: readonly TableIndex[];
    readonly added: readonly TableIndex[];
  };
  readonly needsRebuild: boolean;
}

function comparePair(from: Table, to: Table): Pair {
  const columns = matchById(from.columns, to.columns, ({ id }) => id);
  const newNames = new Map(columns.kept.map(({ after }) => [after.id, after.name]));
  const names = new Set(to.columns.map(({ name }) => name));
  const nameOf = (column: Column): string => {
    const name = newNames.get(column.id);
    if (name !== undefined) return name;
    // A column that goes makes room for one that takes its name.
    const free = names.has(column.name)
      ? uniqueName(`old_${column.name}`, names, "_")
      : column.name;
    names.add(free);
    return free;
  };
  const renamed: Table = {
    ...from,
    name: to.name,
    columns: from.columns.map((column) => ({ ...column, name: nameOf(column) })),
  };
  const needsRebuild = mustRebuild(renamed, to, columns);
  const matched = matchById(from.indexes, to.indexes, ({ id }) => id);
  const changed = matched.kept.filter((pair) => needsRebuild || !isSame(pair.before, pair.after));
  return {
    from,
    renamed,
    to,
    columns,
    indexes: {
      removed: [...matched.removed, ...changed.map((pair) => pair.before)],
      added: [...matched.added, ...changed.map((pair) => pair.after)],
    },
    needsRebuild,
  };
}

/** Whether something changes that can neither be renamed, nor added, nor dropped in place. */
function mustRebuild(renamed: Table, to: Table, columns: Pair["columns"]): boolean {
  if (!isDeepEqual(constraintsOf(renamed), constraintsOf(to))) return true;
  const before = new Map(renamed.columns.map((column) => [column.id, column]));
  if (columns.kept.some(({ after }) => !isSame(before.get(after.id), after))) return true;
  if (columns.added.some((column) => !canBeAdded(column))) return true;
  const used = new Set(
    objectsOf(renamed)
      .filter(({ kind }) => kind !== "index" && kind !== "history")
      .flatMap(columnsOf)
      .concat(renamed.columns.flatMap(({ generated }) => generated?.columns ?? [])),
  );
  return columns.removed.some((column) => used.has(column.id) || !canBeAdded(column));
}

/** The constraints in the order of their ids, whatever element they are about. */
function constraintsOf(table: Table): unknown {
  const constraints = objectsOf(table).filter(({ kind }) => kind !== "index" && kind !== "history");
  return sortedBy(constraints, objectId).map((object) => ({
    ...object,
    part: { ...object.part, subject: "" },
  }));
}

/** A new column of existing rows has a constant or no value. */
function canBeAdded({ nullable, default: value, generated }: Column): boolean {
  if (generated !== undefined || typeof value === "object") return false;
  if (typeof value === "string" && /[\n\r]/.test(value)) return false;
  return nullable || value !== undefined;
}

/** The same but for what is said about it. */
function isSame<T extends { readonly subject: string; readonly comment?: string | undefined }>(
  a: T | undefined,
  b: T,
): boolean {
  if (a === undefined) return false;
  return isDeepEqual({ ...a, subject: "", comment: "" }, { ...b, subject: "", comment: "" });
}

/** Its indexes and its trigger are gone already. */
function removeBareTable(
  dialect: Dialect,
  { name, subject }: Table,
  to: Table,
  tables: TablesById,
): MigrationOperation {
  const { history: _, ...rest } = to;
  const made = makeTable(dialect, { ...rest, indexes: [] }, to.foreignKeys, tables);
  return { ...removeTable(made), table: name, subject };
}

function renameColumns(
  dialect: Dialect,
  { from, renamed, to }: Pair,
): readonly MigrationOperation[] {
  const names = new Map(renamed.columns.map(({ id, name }) => [id, name]));
  const renames = from.columns
    .map((column) => ({
      from: column.name,
      to: names.get(column.id) ?? column.name,
      subject: column.subject,
    }))
    .filter((rename) => rename.from !== rename.to);
  const alter = `ALTER TABLE ${dialect.identifier(to.name)} RENAME COLUMN`;
  const step = (subject: string, old: string, next: string): SqlStatement =>
    statement(subject, `${alter} ${dialect.identifier(old)} TO ${dialect.identifier(next)};`);
  return orderRenames(renames).map((rename) => ({
    title: "rename column",
    table: to.name,
    column: rename.item.to,
    subject: rename.item.subject,
    up: [step(rename.item.subject, rename.from, rename.to)],
    down: [step(rename.item.subject, rename.to, rename.from)],
  }));
}

function alterColumns(
  dialect: Dialect,
  { renamed, to, columns }: Pair,
): readonly MigrationOperation[] {
  const was = new Map(renamed.columns.map((column) => [column.id, column]));
  return [
    ...columns.removed
      .map(({ id }) => was.get(id))
      .filter((column) => column !== undefined)
      .map((column): MigrationOperation => {
        return {
          title: "drop column",
          table: to.name,
          column: column.name,
          subject: column.subject,
          up: [dropColumn(dialect, to, column)],
          down: [addColumn(dialect, renamed, column)],
          upNote: "the values of the column are lost",
          downNote: "the values do not come back: restore them from a backup",
        };
      }),
    ...columns.added.map((column): MigrationOperation => ({
      title: "add column",
      table: to.name,
      column: column.name,
      subject: column.subject,
      up: [addColumn(dialect, to, column)],
      down: [dropColumn(dialect, to, column)],
      downNote: "the values of the column are lost",
    })),
  ];
}

/** Makes the table anew beside the old one, fills it from there, and takes its place. */
function rebuildTable(
  dialect: Dialect,
  { renamed, to }: Pair,
  { meanwhile, current, taken }: { meanwhile: TablesById; current: TablesById; taken: Set<string> },
): MigrationOperation {
  const temporary = uniqueName(`new_${to.name}`.slice(0, 60), taken, "_");
  const refuses = "fails where a value does not fit what the table now asks for";
  return {
    title: "rebuild table",
    table: to.name,
    subject: to.subject,
    up: replaceTable(dialect, renamed, to, { tables: current, temporary }),
    down: replaceTable(dialect, to, renamed, { tables: meanwhile, temporary }),
    upNote: refuses,
    downNote: refuses,
  };
}

function replaceTable(
  dialect: Dialect,
  from: Table,
  to: Table,
  { tables, temporary }: { readonly tables: TablesById; readonly temporary: string },
): readonly SqlStatement[] {
  const { identifier } = dialect;
  const kept = matchById(from.columns, to.columns, ({ id }) => id).kept.filter(
    ({ after }) => after.generated === undefined,
  );
  const into = kept.map(({ after }) => identifier(after.name)).join(", ");
  const values = kept.map(({ before }) => identifier(before.name)).join(", ");
  const copy =
    `INSERT INTO ${identifier(temporary)} (${into})\n` +
    `SELECT ${values} FROM ${identifier(from.name)};`;
  return [
    createTable(dialect, { ...to, name: temporary }, to.foreignKeys, tables),
    statement(to.subject, copy),
    statement(to.subject, `DROP TABLE ${identifier(from.name)};`),
    renameTable(dialect, to.subject, temporary, to.name),
  ];
}

function addIndex(dialect: Dialect, table: Table, index: TableIndex): MigrationOperation {
  return {
    title: "add index",
    table: table.name,
    subject: index.subject,
    up: [createIndex(dialect, table, index)],
    down: [statement(index.subject, `${dialect.dropObject("index", table.name, index.name)};`)],
  };
}

function inverse(operation: MigrationOperation, title: string): MigrationOperation {
  return { ...operation, title, up: operation.down, down: operation.up };
}

/** A trigger goes before its table changes, and comes back when it has the form of today. */
function changeHistory(
  dialect: Dialect,
  { from, to, needsRebuild }: Pair,
  what: "drop" | "add",
): readonly MigrationOperation[] {
  const isKept = !needsRebuild && from.name === to.name && isDeepEqual(from.history, to.history);
  const table = what === "drop" ? from : to;
  if (isKept) return [];
  const dropped = dropHistory(dialect, table);
  return what === "drop" ? dropped : dropped.map((step) => inverse(step, "add history"));
}

function dropHistory(dialect: Dialect, table: Table): readonly MigrationOperation[] {
  const { history, subject, name } = table;
  if (history === undefined) return [];
  const ends = (texts: readonly string[]) => texts.map((text) => statement(subject, `${text};`));
  const up = ends(dialect.features.dropHistory(table, history));
  const down = ends(dialect.features.addHistory(table, history));
  return [{ title: "drop history", table: name, subject, up, down }];
}

function byId(tables: readonly Table[]): TablesById {
  return new Map(tables.map((table) => [table.id, table]));
}
