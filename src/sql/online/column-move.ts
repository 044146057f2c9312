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
  const remade = new Set(remadeColumns(dialect, before, after));
  const fixed = fixedColumns(before, after, remade);
  const computed = sourcesOf(before, after);
  const columns = matchById(before.columns, after.columns, ({ id }) => id);
  function moveKept(pair: KeptColumn): ColumnMove {
    const { before: was, after: is } = pair;
    const isRetyped = dialect.typeName(was.type) !== dialect.typeName(is.type);
    const isRenamed = was.name !== is.name;
    if (remade.has(is.id)) {
      const early = temporary(is.name, "new");
      return { ...pair, way: "swap", early, late: temporary(is.name, "old") };
    }
    if (!isRetyped && !isRenamed) return { ...pair, way: "keep" };
    const key = `${after.id}/${is.id}`;
    // The engine refuses to change the type of what another column is computed from.
    const isWidened = isRetyped && !isRenamed && isInPlace(was.type, is.type);
    if (isWidened && !computed.has(is.id)) return { ...pair, way: "widen" };
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
function fixedColumns(
  before: Table,
  after: Table,
  remade: ReadonlySet<string>,
): ReadonlySet<string> {
  return new Set(
    [before, after].flatMap((table) => [
      ...(table.primaryKey?.columns ?? []),
      ...(table.policy === undefined ? [] : [table.policy.column]),
      ...(table.partition === undefined ? [] : [table.partition.column]),
      ...table.columns.flatMap(({ id, generated }) =>
        generated === undefined || remade.has(id) ? [] : [id, ...generated.columns],
      ),
    ]),
  );
}

/** Columns that any generated one is computed from, before or after. */
function sourcesOf(before: Table, after: Table): ReadonlySet<string> {
  return new Set(
    [before, after].flatMap(({ columns }) =>
      columns.flatMap(({ generated }) => generated?.columns ?? []),
    ),
  );
}

/**
 * Why the table cannot change while it is in use; none where it can. A key that is computed has no copy,
 * and what a column is computed from cannot change its type where it stands.
 */
export function findObstacle(
  dialect: Dialect,
  before: Table,
  after: Table,
  joined: JoinedColumns,
): string | undefined {
  const moves = moveColumns(dialect, before, after, joined);
  const sources = sourcesOf(before, after);
  const bound = fixedColumns(before, after, new Set(remadeColumns(dialect, before, after)));
  for (const move of moves) {
    if (move.way === "add" || move.way === "drop") continue;
    const { id, name } = move.after;
    const isRetyped = dialect.typeName(move.before.type) !== dialect.typeName(move.after.type);
    const isComputed = move.before.generated !== undefined || move.after.generated !== undefined;
    const isJoined = [joined.sources, joined.targets].some((set) => set.has(`${after.id}/${id}`));
    if (isComputed && move.way === "swap" && (isJoined || bound.has(id))) {
      return `${before.name}.${name} is part of a key and is computed in another way`;
    }
    if (isRetyped && (move.way === "plain" || move.way === "widen") && sources.has(id)) {
      return `${before.name}.${name} is part of a key, changes its type, and another column is computed from it`;
    }
  }
  return undefined;
}
