import { isDeepEqual } from "../../util/is-deep-equal.ts";
import { uniqueName } from "../../util/naming.ts";
import type { Dialect } from "../dialects/dialect.ts";
import { matchById } from "../match-by-id.ts";
import { remadeColumns } from "../match-columns.ts";
import { pairsOf } from "../pairs-of.ts";
import type { Column, RelationalModel, Table } from "../relational-model.ts";
import { isInPlace } from "./is-lossless.ts";

/**
 * What becomes of a column of a table that stays. `swap` and `mirror` are copies that a trigger
 * keeps: of the first the name is the old one in the end, of the second it is another.
 */
export type ColumnMove =
  | { readonly way: "add"; readonly after: Column; readonly early: string }
  | { readonly way: "drop"; readonly before: Column; readonly late: string }
  | (KeptColumn & { readonly way: "keep" | "widen" | "plain" })
  | (KeptColumn & {
      readonly way: "swap" | "mirror";
      /** The copy until the switch, the original after it. */
      readonly early: string;
      readonly late: string;
    });

export interface KeptColumn {
  readonly before: Column;
  readonly after: Column;
}

/** Longest part of a name that still has room for an ending. */
const ROOM = 54;

/** Decides for every column; `joined` are the columns that any foreign key compares. */
export function moveColumns(
  dialect: Dialect,
  before: Table,
  after: Table,
  joined: JoinedColumns,
): readonly ColumnMove[] {
  const old = new Set(before.columns.map(({ name }) => name));
  const current = new Set(after.columns.map(({ name }) => name));
  const taken = new Set([...old, ...current]);
  const temporary = (name: string, ending: string): string => {
    const own = uniqueName(`${name.slice(0, ROOM)}_${ending}`, taken, "_");
    taken.add(own);
    return own;
  };
  const fixed = fixedColumns(before, after);
  const columns = matchById(before.columns, after.columns, ({ id }) => id);
  function moveKept(pair: KeptColumn): ColumnMove {
    const { before: was, after: is } = pair;
    const isRetyped = dialect.typeName(was.type) !== dialect.typeName(is.type);
    const isRenamed = was.name !== is.name;
    if (!isRetyped && !isRenamed) return { ...pair, way: "keep" };
    const key = `${after.id}/${is.id}`;
    if (isRetyped && !isRenamed && isInPlace(was.type, is.type)) return { ...pair, way: "widen" };
    const isBound = fixed.has(is.id) || joined.targets.has(key);
    if (isBound || (isRetyped && joined.sources.has(key))) return { ...pair, way: "plain" };
    if (!isRenamed) {
      const early = temporary(is.name, "new");
      return { ...pair, way: "swap", early, late: temporary(is.name, "old") };
    }
    if (old.has(is.name) || current.has(was.name)) return { ...pair, way: "plain" };
    return { ...pair, way: "mirror", early: is.name, late: was.name };
  }
  return [
    ...columns.kept.map(moveKept),
    ...columns.added.map((column): ColumnMove => {
      const early = old.has(column.name) ? temporary(column.name, "new") : column.name;
      return { way: "add", after: column, early };
    }),
    ...columns.removed.map((column): ColumnMove => {
      const late = current.has(column.name) ? temporary(column.name, "old") : column.name;
      return { way: "drop", before: column, late };
    }),
  ];
}

/** `table/column` of both sides of all foreign keys, before and after. */
export interface JoinedColumns {
  readonly sources: ReadonlySet<string>;
  readonly targets: ReadonlySet<string>;
}

export function findJoinedColumns(...models: readonly RelationalModel[]): JoinedColumns {
  const pairs = models.flatMap(({ tables }) =>
    tables.flatMap((table) =>
      table.foreignKeys.flatMap((key) => pairsOf(key).map((pair) => ({ table, key, ...pair }))),
    ),
  );
  return {
    sources: new Set(pairs.map(({ table, column }) => `${table.id}/${column}`)),
    targets: new Set(pairs.map(({ key, targetColumn }) => `${key.table}/${targetColumn}`)),
  };
}

/** Columns that no copy can stand in for: of keys, policies, and what others are made from. */
function fixedColumns(before: Table, after: Table): ReadonlySet<string> {
  return new Set(
    [before, after].flatMap((table) => [
      ...(table.primaryKey?.columns ?? []),
      ...(table.policy === undefined ? [] : [table.policy.column]),
      ...table.columns.flatMap(({ id, generated }) =>
        generated === undefined ? [] : [id, ...generated.columns],
      ),
    ]),
  );
}

/**
 * Whether an online change of the table is possible at all: neither a partitioned table nor one whose
 * generated columns change has statements that hold no strong lock.
 */
export function isOnline(dialect: Dialect, before: Table, after: Table): boolean {
  if (before.partition !== undefined || after.partition !== undefined) {
    return isDeepEqual(before, after);
  }
  const generated = (table: Table) =>
    table.columns.filter((column) => column.generated !== undefined);
  return (
    isDeepEqual(generated(before), generated(after)) &&
    remadeColumns(dialect, before, after).length === 0
  );
}
