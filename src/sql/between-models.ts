import { findRepartitioned } from "./find-repartitioned.ts";
import { pairsOf } from "./pairs-of.ts";
import type { ForeignKey, RelationalModel, Table } from "./relational-model.ts";

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
  const tables = after.tables.map((table) => {
    const pair = pairs.get(table.id);
    const spread = pair === undefined ? table : spreadAsBefore(pair.before, table);
    return { ...spread, foreignKeys: foreignKeysOf(old.get(table.id), table, pairs) };
  });
  return { ...after, tables };
}

function spreadAsBefore(before: Table, after: Table): Table {
  const { partition: _partition, primaryKey: _key, ...rest } = after;
  const { partition, primaryKey } = before;
  const isThere = (id: string): boolean => after.columns.some((column) => column.id === id);
  return {
    ...rest,
    ...(primaryKey === undefined ? {} : { primaryKey }),
    ...(partition === undefined ? {} : { partition }),
    uniqueKeys: before.uniqueKeys.filter(({ columns }) => columns.every(isThere)),
    indexes: [
      ...after.indexes.filter(({ unique }) => !unique),
      ...before.indexes.filter(
        ({ unique, columns, where }) =>
          unique && [...columns, ...(where === undefined ? [] : [where.column])].every(isThere),
      ),
    ],
  };
}

/** Those that lead to a table with other keys stay as they were. */
function foreignKeysOf(
  before: Table | undefined,
  after: Table,
  moving: ReadonlyMap<string, unknown>,
): readonly ForeignKey[] {
  const isThere = (id: string): boolean => after.columns.some((column) => column.id === id);
  return [
    ...after.foreignKeys.filter(({ table }) => !moving.has(table)),
    ...(before?.foreignKeys ?? []).filter(
      (key) => moving.has(key.table) && pairsOf(key).every(({ column }) => isThere(column)),
    ),
  ];
}
