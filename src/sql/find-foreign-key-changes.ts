import { isDeepEqual } from "../util/is-deep-equal.ts";
import type { Dialect } from "./dialects/dialect.ts";
import { matchTables } from "./match-tables.ts";
import { pairsOf } from "./pairs-of.ts";
import type { ForeignKey, RelationalModel, Table } from "./relational-model.ts";

export interface PlacedForeignKey {
  readonly table: Table;
  readonly foreignKey: ForeignKey;
}

/** Foreign keys that go before anything changes, and those that come when everything is there. */
export interface ForeignKeyChanges {
  readonly removed: readonly PlacedForeignKey[];
  readonly added: readonly PlacedForeignKey[];
}

/**
 * What has to be made anew: foreign keys that say something else, and those whose columns or whose
 * supporting keys on either side change, since an engine refuses that under a foreign key.
 */
export function findForeignKeyChanges(
  dialect: Dialect,
  before: RelationalModel,
  after: RelationalModel,
): ForeignKeyChanges {
  const replaced = new Set(matchTables(before.tables, after.tables).removed.map(({ id }) => id));
  const old = footings(dialect, before, replaced);
  const current = footings(dialect, after, replaced);
  const isKept = (key: string): boolean =>
    isDeepEqual(old.get(key)?.footing, current.get(key)?.footing);
  return {
    removed: [...old].filter(([key]) => !isKept(key)).map(([, placed]) => placed),
    added: [...current].filter(([key]) => !isKept(key)).map(([, placed]) => placed),
  };
}

interface FoundedForeignKey extends PlacedForeignKey {
  /** All that it stands on. */
  readonly footing: unknown;
}

function footings(
  dialect: Dialect,
  { tables }: RelationalModel,
  replaced: ReadonlySet<string>,
): ReadonlyMap<string, FoundedForeignKey> {
  const byId = new Map(tables.map((table) => [table.id, table]));
  return new Map(
    tables.flatMap((table) =>
      table.foreignKeys.map((foreignKey) => {
        const target = byId.get(foreignKey.table);
        const pairs = pairsOf(foreignKey);
        const isReplaced = replaced.has(table.id) || replaced.has(foreignKey.table);
        const footing = {
          ...foreignKey,
          subject: "",
          replaced: isReplaced ? tables : undefined,
          own: support(
            dialect,
            table,
            pairs.map(({ column }) => column),
          ),
          target:
            target &&
            support(
              dialect,
              target,
              pairs.map(({ targetColumn }) => targetColumn),
            ),
        };
        return [`${table.id}/${foreignKey.id}`, { table, foreignKey, footing }] as const;
      }),
    ),
  );
}

/** The types of the columns, and the keys and indexes that begin with them. */
function support(dialect: Dialect, table: Table, columns: readonly string[]): unknown {
  const { primaryKey, uniqueKeys, indexes } = table;
  const keys = [...(primaryKey === undefined ? [] : [primaryKey]), ...uniqueKeys, ...indexes];
  return {
    columns: columns.map((id) => {
      const column = table.columns.find((own) => own.id === id);
      return column && [dialect.typeName(column.type), column.nullable, column.generated];
    }),
    keys: keys
      .filter((key) => key.columns[0] === columns[0])
      .map(({ id, columns: ids, ...key }) => [id, ids, "unique" in key && key.unique]),
  };
}
