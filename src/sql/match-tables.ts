import type { Matched } from "./match-by-id.ts";
import { matchById } from "./match-by-id.ts";
import type { Table } from "./relational-model.ts";

/**
 * What two models have in common. A table that keeps none of its columns keeps no rows either: it is
 * another one, since no engine takes the last column away.
 */
export function matchTables(before: readonly Table[], after: readonly Table[]): Matched<Table> {
  const known = new Map(before.map((table) => [table.id, table]));
  const replaced = new Set(
    after
      .filter(({ id, columns }) => {
        const old = known.get(id)?.columns;
        return (
          old !== undefined && !columns.some((own) => old.some((column) => column.id === own.id))
        );
      })
      .map(({ id }) => id),
  );
  const matched = matchById(before, after, ({ id }) => id);
  return {
    added: after.filter((table) => replaced.has(table.id) || matched.added.includes(table)),
    removed: before.filter((table) => replaced.has(table.id) || matched.removed.includes(table)),
    kept: matched.kept.filter((pair) => !replaced.has(pair.after.id)),
  };
}
