import { columnName } from "../check-expression.ts";
import type { ClearedColumn } from "../cleared-columns.ts";
import type { Column, Table } from "../relational-model.ts";
import type { Maintenance, OldRows } from "./maintenance.ts";

/** Rows of one batch: short enough not to hold up others, long enough to get on. */
const BATCH = 5000;

/** Characters of a digest in hexadecimal, and of one that says that it stands for a removed value. */
const DIGEST = 32;
const MARKED = "removed-".length + DIGEST;

type TimeKind = "date" | "timestamp";

/** What MySQL and SQLite say differently in the same jobs. */
export interface JobWords {
  readonly words: string;
  identifier(name: string): string;
  literal(text: string): string;
  /** A table that refuses nothing, where it is not there; `name` quoted. */
  createTable(name: string, columns: readonly Column[]): string;
  /** The moment so many days ago, as a column of the kind keeps it. */
  before(kind: Column["type"]["kind"], days: number): string;
  /** `UPDATE … SET …` or `DELETE FROM …` for the first rows that a condition is true of. */
  inBatch(
    action: string,
    own: string,
    rows: { readonly condition: string; readonly order: string; readonly limit: number },
  ): string;
  /** A text of at most 32 characters that no other row has. */
  digest(keys: readonly string[]): string;
  pad(text: string, length: number): string;
  marked(text: string): string;
  differs(column: string, value: string): string;
  /** The first day of the year of a value. */
  year(column: string, kind: TimeKind): string;
}

/** Jobs of engines without partitions; columns are named with their table, which needs no alias. */
export function plainMaintenance(words: JobWords): Maintenance {
  const { identifier } = words;
  const place = (table: Table, id: string): string =>
    `${identifier(table.name)}.${identifier(columnName(table, id))}`;
  const keysOf = (table: Table): readonly string[] =>
    (table.primaryKey?.columns ?? []).map((id) => place(table, id));
  const isOld = (table: Table, { column, days }: OldRows): string => {
    const kind = table.columns.find(({ id }) => id === column)?.type.kind ?? "timestamp";
    return `${place(table, column)} < ${words.before(kind, days)}`;
  };
  /** Behind a derived table, since MySQL reads no table by name that it deletes from. */
  const isFree = (table: Table, { keepers }: OldRows): readonly string[] =>
    keepers.map(({ table: keeper, pairs }) => {
      const columns = pairs.map((pair) => identifier(columnName(keeper, pair.column)));
      const from = `(SELECT ${columns.join(", ")} FROM ${identifier(keeper.name)}) AS k`;
      const joined = pairs.map(
        (pair, index) => `k.${columns[index]} = ${place(table, pair.targetColumn)}`,
      );
      return `NOT EXISTS (SELECT 1 FROM ${from} WHERE ${joined.join(" AND ")})`;
    });
  const batch = (table: Table, rows: OldRows, conditions: readonly string[]) => ({
    condition: [isOld(table, rows), ...conditions].join("\n    AND "),
    order: place(table, rows.column),
    limit: BATCH,
  });
  const valueOf = (table: Table, clear: ClearedColumn): string => {
    switch (clear.to) {
      case "nothing":
        return "NULL";
      case "text":
        return words.literal(clear.text);
      case "number":
        return String(clear.value);
      case "year":
        return words.year(place(table, clear.column), clear.kind);
      case "key": {
        const key = words.digest(keysOf(table));
        if (clear.maximum >= MARKED) {
          return words.pad(words.marked(key), Math.max(clear.minimum, MARKED));
        }
        return clear.minimum > DIGEST ? words.pad(key, clear.minimum) : key;
      }
      default:
        return clear satisfies never;
    }
  };
  return {
    words: words.words,
    deleteBatch(table, rows) {
      const own = identifier(table.name);
      return [words.inBatch(`DELETE FROM ${own}`, own, batch(table, rows, isFree(table, rows)))];
    },
    archiveBatch(table, rows) {
      const own = identifier(table.name);
      const archive = identifier(`${table.name.slice(0, 55)}_archive`);
      const columns = table.columns.map(({ name }) => identifier(name)).join(", ");
      const keys = (table.primaryKey?.columns ?? []).map((id) => identifier(columnName(table, id)));
      const same = keys.map((key) => `a.${key} = ${own}.${key}`).join(" AND ");
      const isThere = `EXISTS (SELECT 1 FROM ${archive} AS a WHERE ${same})`;
      const moved = batch(table, rows, [...isFree(table, rows), `NOT ${isThere}`]);
      return [
        words.createTable(archive, table.columns),
        `INSERT INTO ${archive} (${columns})\nSELECT ${columns} FROM ${own}\nWHERE ${moved.condition}\nORDER BY ${moved.order} LIMIT ${moved.limit}`,
        words.inBatch(`DELETE FROM ${own}`, own, batch(table, rows, [isThere])),
      ];
    },
    anonymiseBatch(table, rows, cleared) {
      const own = identifier(table.name);
      const differs = cleared.map((clear) =>
        words.differs(place(table, clear.column), valueOf(table, clear)),
      );
      const sets = cleared.map(
        (clear) => `${identifier(columnName(table, clear.column))} = ${valueOf(table, clear)}`,
      );
      const update = words.inBatch(
        `UPDATE ${own} SET\n  ${sets.join(",\n  ")}`,
        own,
        batch(table, rows, [`(${differs.join("\n      OR ")})`]),
      );
      if (table.history === undefined) return [update];
      const into = identifier(table.history.into);
      const same = (table.primaryKey?.columns ?? []).map(
        (id) => `${place(table, id)} = ${into}.${identifier(columnName(table, id))}`,
      );
      const old = `${same.join(" AND ")} AND ${isOld(table, rows)}`;
      return [update, `DELETE FROM ${into}\nWHERE EXISTS (SELECT 1 FROM ${own} WHERE ${old})`];
    },
  };
}
