import type { Table } from "../relational-model.ts";
import type { OnlineNames } from "./online-names.ts";
import type { TableStates } from "./table-states.ts";

/** A table that is made, under names that nothing else has until the switch. */
export function newTable(table: Table, names: OnlineNames): TableStates {
  const { primaryKey } = table;
  const named = <T extends { readonly name: string }>(part: T): T => ({
    ...part,
    name: names.early(part.name),
  });
  const early: Table = {
    ...table,
    name: names.early(table.name),
    ...(primaryKey === undefined ? {} : { primaryKey: named(primaryKey) }),
    uniqueKeys: table.uniqueKeys.map(named),
    foreignKeys: table.foreignKeys.map(named),
    indexes: table.indexes.map(named),
    checks: table.checks.map(named),
    ...(table.history === undefined
      ? {}
      : { history: { ...named(table.history), into: names.early(table.history.into) } }),
  };
  const states = { early, late: table };
  return { id: table.id, moves: [], old: states, current: states };
}
