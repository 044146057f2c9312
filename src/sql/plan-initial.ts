import { addForeignKey, commentsOn, createIndex, createTable, dropTable } from "./ddl.ts";
import type { Dialect } from "./dialects/dialect.ts";
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
  const waiting = new Set(order.deferred.map(({ foreignKey }) => foreignKey));
  return [
    ...order.tables.map((table): MigrationOperation => {
      const ready = table.foreignKeys.filter((key) => !waiting.has(key));
      return {
        title: "create table",
        table: table.name,
        subject: table.subject,
        up: [
          createTable(dialect, table, ready, tables),
          ...table.indexes.map((index) => createIndex(dialect, table, index)),
          ...commentsOn(dialect, table),
        ],
        down: [dropTable(dialect, table)],
        downNote: "all rows of the table are lost",
      };
    }),
    ...order.deferred.map(({ table, foreignKey }): MigrationOperation => ({
      title: "add foreign key",
      table: table.name,
      subject: foreignKey.subject,
      up: [addForeignKey(dialect, table, foreignKey, tables)],
      down: [dropObject(dialect, table, { kind: "foreign-key", part: foreignKey })],
    })),
  ];
}
