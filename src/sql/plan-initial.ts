import { addForeignKey } from "./ddl.ts";
import type { Dialect } from "./dialects/dialect.ts";
import { makeTable } from "./make-table.ts";
import type { MigrationOperation } from "./migration-operation.ts";
import { orderTables } from "./order-tables.ts";
import type { RelationalModel } from "./relational-model.ts";
import { dropObject } from "./table-object.ts";

/** Everything from nothing: tables in the order of their foreign keys, circles closed at the end. */
export function planInitial(
  dialect: Dialect,
  model: RelationalModel,
): readonly MigrationOperation[] {
  const tables = new Map(model.tables.map((table) => [table.id, table]));
  const order = orderTables(model.tables);
  const deferred = dialect.foreignKeysStayInside ? [] : order.deferred;
  const waiting = new Set(deferred.map(({ foreignKey }) => foreignKey));
  return [
    ...order.tables.map((table) => {
      const ready = table.foreignKeys.filter((key) => !waiting.has(key));
      return makeTable(dialect, table, ready, tables);
    }),
    ...deferred.map(({ table, foreignKey }): MigrationOperation => ({
      title: "add foreign key",
      table: table.name,
      subject: foreignKey.subject,
      up: [addForeignKey(dialect, table, foreignKey, tables)],
      down: dropObject(dialect, table, { kind: "foreign-key", part: foreignKey }),
    })),
  ];
}
