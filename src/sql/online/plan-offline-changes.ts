import { matchTables } from "../match-tables.ts";
import type { MigrationOperation } from "../migration-operation.ts";
import { planChanges } from "../plan-changes.ts";
import type { Column, RelationalModel, Table } from "../relational-model.ts";
import type { OnlineDialect } from "./online-dialect.ts";
import { onlineNames } from "./online-names.ts";
import { requireValue } from "./require-value.ts";
import { tableStates } from "./table-states.ts";

/**
 * The steps for a change that no running service can be beside. Values are asked for in files of
 * their own nevertheless: only somebody who knows the rows can give them those that are missing.
 */
export function planOfflineChanges(
  dialect: OnlineDialect,
  before: RelationalModel,
  after: RelationalModel,
  obstacle: string,
): readonly MigrationOperation[] {
  const names = onlineNames(before, after);
  const asked = matchTables(before.tables, after.tables).kept.map((pair) => ({
    states: tableStates(pair.before, pair.after, []),
    columns: pair.after.columns.filter((column) => isAsked(column, pair.before, pair.after)),
  }));
  const loose = new Set<Column>(asked.flatMap(({ columns }) => columns));
  const tables = after.tables.map((table) => ({
    ...table,
    columns: table.columns.map((own) => (loose.has(own) ? { ...own, nullable: true } : own)),
  }));
  const [first, ...rest] = planChanges(dialect, before, { ...after, tables });
  return [
    ...(first === undefined
      ? []
      : [{ ...first, breaks: `${obstacle}: it takes locks that stop reads and writes` }]),
    ...rest,
    ...asked.flatMap(({ states, columns }) =>
      columns.flatMap((column) => requireValue(dialect, states, column, names.unused, "contract")),
    ),
  ];
}

/** Whether rows may be there that have no value of a column that wants one. */
function isAsked(column: Column, before: Table, { primaryKey }: Table): boolean {
  if (column.nullable || column.generated !== undefined) return false;
  if (primaryKey?.columns.includes(column.id) === true) return false;
  const was = before.columns.find(({ id }) => id === column.id);
  return was === undefined ? column.default === undefined : was.nullable;
}
