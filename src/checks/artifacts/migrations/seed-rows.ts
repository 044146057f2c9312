import { sampleValue } from "../../../design/sample-value.ts";
import type { ValueDescription } from "../../../design/value-description.ts";
import type { Column, ForeignKey, RelationalModel, Table } from "../../../sql/relational-model.ts";
import { pairsOf } from "../../../sql/pairs-of.ts";
import { keepRules } from "./keep-rules.ts";
import type { SeedRow, SeedValue } from "./seed-row.ts";

/** How the value of a column is described in the Design, by its subject. */
export type DescribeColumn = (column: Column, table: Table) => ValueDescription & { name: string };

/** Rows per table, and values that no row has. */
export interface Seed {
  readonly rows: ReadonlyMap<string, readonly SeedRow[]>;
  /** The same by number: row n finds row n of every table that it points to. */
  readonly numbered: ReadonlyMap<string, ReadonlyMap<number, SeedRow>>;
  /** Values for a column that differ from those of all rows, as far as its type has more. */
  unused(table: Table, columnId: string): readonly SeedValue[];
}

const ROWS = 3;

/**
 * A few realistic rows that keep keys, foreign keys and rules. Columns that foreign keys join are
 * one group and have the same value in the rows with the same number, so row n of a table always
 * finds row n of every table that it points to, circles included. They are numbered from `first`.
 */
export function seedRows(model: RelationalModel, describe: DescribeColumn, first = 0): Seed {
  const groups = joinColumns(model);
  const byId = new Map(model.tables.map((table) => [table.id, table]));
  function valueOf(table: Table, column: Column, ordinal: number): SeedValue {
    const root = groups.rootOf(table.id, column.id);
    const owner = byId.get(root.table) ?? table;
    const source = owner.columns.find(({ id }) => id === root.column) ?? column;
    const description = describe(source, owner);
    // Otherwise the ids of all tables would be the same, and a check that mixes them up go unnoticed.
    const name = description.type === "uuid" ? `${owner.id} ${source.id}` : description.name;
    return sampleValue(description, name, ordinal);
  }
  function rowOf(table: Table, ordinal: number, variant: number): SeedRow {
    const stored = table.columns.filter(({ generated }) => generated === undefined);
    const values = stored.map((column) => {
      const isJoined = groups.isJoined(table.id, column.id);
      return [column.id, valueOf(table, column, isJoined ? ordinal : ordinal + variant)] as const;
    });
    const fixed = table.columns.filter(({ id }) => groups.isJoined(table.id, id));
    return keepRules(table, Object.fromEntries(values), new Set(fixed.map(({ id }) => id)), {
      valueOf: (column, candidate) => valueOf(table, column, candidate),
    });
  }

  const numbered = new Map(
    model.tables.map((table) => [
      table.id,
      distinctRows(table, first, (n, v) => rowOf(table, n, v)),
    ]),
  );
  dropOrphans(model, numbered);
  const rows = new Map([...numbered].map(([id, own]) => [id, [...own.values()]]));
  return {
    rows,
    numbered,
    unused(table, columnId) {
      const column = table.columns.find(({ id }) => id === columnId);
      if (column === undefined) return [];
      const root = groups.rootOf(table.id, columnId);
      const used = new Set((rows.get(root.table) ?? []).map((row) => row[root.column]));
      const own = new Set((rows.get(table.id) ?? []).map((row) => row[columnId]));
      return Array.from({ length: 10 }, (_, index) => valueOf(table, column, 50 + index)).filter(
        (value) => !used.has(value) && !own.has(value),
      );
    },
  };
}

/** As many of the first rows as are distinct in every key. */
function distinctRows(
  table: Table,
  first: number,
  rowOf: (ordinal: number, variant: number) => SeedRow,
): Map<number, SeedRow> {
  const keys = [
    ...(table.primaryKey === undefined ? [] : [table.primaryKey]),
    ...table.uniqueKeys,
    ...table.indexes.filter(({ unique }) => unique),
  ].map(({ columns }) => columns.flatMap((id) => sourcesOf(table, id)));
  const taken = keys.map(() => new Set<string>());
  const rows = new Map<number, SeedRow>();
  for (let ordinal = first; ordinal < first + ROWS; ordinal++) {
    for (let variant = 0; variant < 12; variant++) {
      const row = rowOf(ordinal, variant);
      const tuples = keys.map((columns) => JSON.stringify(columns.map((id) => row[id])));
      if (tuples.some((tuple, index) => taken[index]?.has(tuple))) continue;
      for (const [index, tuple] of tuples.entries()) taken[index]?.add(tuple);
      rows.set(ordinal, row);
      break;
    }
  }
  return rows;
}

/** What the engine computes has other values where its sources have. */
function sourcesOf(table: Table, id: string): readonly string[] {
  return table.columns.find((column) => column.id === id)?.generated?.columns ?? [id];
}

/** Until every row that is left finds the rows it points to. */
function dropOrphans(model: RelationalModel, rows: Map<string, Map<number, SeedRow>>): void {
  let hasChanged = true;
  while (hasChanged) {
    hasChanged = false;
    for (const table of model.tables) {
      for (const ordinal of rows.get(table.id)?.keys() ?? []) {
        const finds = ({ table: target }: ForeignKey): boolean => !!rows.get(target)?.has(ordinal);
        if (table.foreignKeys.every(finds)) continue;
        rows.get(table.id)?.delete(ordinal);
        hasChanged = true;
      }
    }
  }
}

interface Place {
  readonly table: string;
  readonly column: string;
}

interface ColumnGroups {
  /** The column that decides about the values of the group. */
  rootOf(table: string, column: string): Place;
  isJoined(table: string, column: string): boolean;
}

/** Groups of columns that foreign keys join, directly or over others (union-find). */
function joinColumns(model: RelationalModel): ColumnGroups {
  const parents = new Map<string, string>();
  const joined = new Set<string>();
  const keyOf = (table: string, column: string): string => `${table}/${column}`;
  function find(key: string): string {
    let root = key;
    for (let next = parents.get(root); next !== undefined; next = parents.get(root)) root = next;
    return root;
  }
  for (const table of model.tables) {
    for (const key of table.foreignKeys) {
      for (const { column, targetColumn } of pairsOf(key)) {
        const own = keyOf(table.id, column);
        const target = keyOf(key.table, targetColumn);
        joined.add(own).add(target);
        if (find(own) !== find(target)) parents.set(find(own), find(target));
      }
    }
  }
  return {
    rootOf(table, column) {
      const [first = table, second = column] = find(keyOf(table, column)).split("/");
      return { table: first, column: second };
    },
    isJoined: (table, column) => joined.has(keyOf(table, column)),
  };
}
