import {
  addForeignKey,
  commentsOn,
  createIndex,
  createTable,
  tableFeatures,
} from "../../sql/ddl.ts";
import type { Dialect } from "../../sql/dialects/dialect.ts";
import { orderTables } from "../../sql/order-tables.ts";
import type { RelationalModel, Table } from "../../sql/relational-model.ts";
import type { SqlLine } from "../../sql/sql-line.ts";

/** The desired state of a context's database: what all migrations together have to give. */
export function renderSchema(
  dialect: Dialect,
  model: RelationalModel,
  header: readonly SqlLine[],
  subject: string,
): readonly SqlLine[] {
  const tables = new Map(model.tables.map((table) => [table.id, table]));
  const order = orderTables(model.tables);
  const deferred = dialect.foreignKeysStayInside ? [] : order.deferred;
  const waiting = new Set(deferred.map(({ foreignKey }) => foreignKey));
  function renderTable(table: Table): readonly SqlLine[] {
    const ready = table.foreignKeys.filter((key) => !waiting.has(key));
    return [
      { text: "", subject },
      ...createTable(dialect, table, ready, tables),
      ...table.indexes.flatMap((index) => createIndex(dialect, table, index)),
      ...commentsOn(dialect, table).flat(),
      ...tableFeatures(dialect, table).flat(),
    ];
  }
  return [
    ...header,
    ...order.tables.flatMap(renderTable),
    ...deferred.flatMap(({ table, foreignKey }) => [
      { text: "", subject },
      ...addForeignKey(dialect, table, foreignKey, tables),
    ]),
  ];
}
