import { uniqueName } from "../util/naming.ts";
import { findRepartitioned } from "./find-repartitioned.ts";
import { pairsOf } from "./pairs-of.ts";
import { namesOf } from "./names-of.ts";
import type { ForeignKey, Key, RelationalModel, Table } from "./relational-model.ts";
import { objectId, objectsOf } from "./table-object.ts";

/**
 * The model half way: everything is as afterwards but for how rows are spread over partitions, and
 * the keys that go with that. None where no table is spread in another way.
 */
export function betweenModels(
  before: RelationalModel,
  after: RelationalModel,
): RelationalModel | undefined {
  const pairs = new Map(findRepartitioned(before, after).map((pair) => [pair.after.id, pair]));
  if (pairs.size === 0) return undefined;
  const old = new Map(before.tables.map((table) => [table.id, table]));
  const taken = new Set(namesOf(after));
  const free = (name: string): string => {
    const own = uniqueName(name, taken, "_");
    taken.add(own);
    return own;
  };
  const tables = after.tables.map((table) => {
    const pair = pairs.get(table.id);
    const spread = pair === undefined ? table : spreadAsBefore(pair.before, table, free);
    return { ...spread, foreignKeys: foreignKeysOf(old.get(table.id), table, pairs) };
  });
  return { ...after, tables };
}

function spreadAsBefore(before: Table, after: Table, free: (name: string) => string): Table {
  const { partition: _partition, primaryKey: _key, ...rest } = after;
  const { partition, primaryKey } = before;
  const isThere = (id: string): boolean => after.columns.some((column) => column.id === id);
  const names = new Map(objectsOf(after).map((object) => [objectId(object), object.part.name]));
  // A name may be another one's by then: keys that stay have theirs, others one that nobody has.
  const named = <T extends Key>(kind: "primary-key" | "unique-key" | "index", part: T): T => ({
    ...part,
    name: names.get(`${kind}/${part.id}`) ?? free(part.name),
  });
  return {
    ...rest,
    ...(primaryKey === undefined ? {} : { primaryKey: named("primary-key", primaryKey) }),
    ...(partition === undefined ? {} : { partition }),
    uniqueKeys: before.uniqueKeys
      .filter(({ columns }) => columns.every(isThere))
      .map((key) => named("unique-key", key)),
    indexes: [
      ...after.indexes.filter(({ unique }) => !unique),
      ...before.indexes
        .filter(
          ({ unique, columns, where }) =>
            unique && [...columns, ...(where === undefined ? [] : [where.column])].every(isThere),
        )
        .map((index) => named("index", index)),
    ],
  };
}

/** Those that lead to a table with other keys stay as they were, if they stay. */
function foreignKeysOf(
  before: Table | undefined,
  after: Table,
  moving: ReadonlyMap<string, unknown>,
): readonly ForeignKey[] {
  const isThere = (id: string): boolean => after.columns.some((column) => column.id === id);
  return [
    ...after.foreignKeys.filter(({ table }) => !moving.has(table)),
    ...(before?.foreignKeys ?? []).flatMap((key) => {
      const current = after.foreignKeys.find(({ id }) => id === key.id);
      const isKept = pairsOf(key).every(({ column }) => isThere(column));
      return current !== undefined && moving.has(key.table) && isKept
        ? [{ ...key, name: current.name }]
        : [];
    }),
  ];
}
