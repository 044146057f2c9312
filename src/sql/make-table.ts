import type { TablesById } from "./ddl.ts";
import {
  commentsOn,
  createIndex,
  createTable,
  dropTable,
  tableFeatures,
  tableRemains,
} from "./ddl.ts";
import type { Dialect } from "./dialects/dialect.ts";
import type { MigrationOperation } from "./migration-operation.ts";
import type { ForeignKey, Table } from "./relational-model.ts";

/** A table with its indexes and comments, and those foreign keys whose tables are there already. */
export function makeTable(
  dialect: Dialect,
  table: Table,
  foreignKeys: readonly ForeignKey[],
  tables: TablesById,
  prefix?: string,
): MigrationOperation {
  return {
    title: "create table",
    table: table.name,
    subject: table.subject,
    up: [
      createTable(dialect, table, foreignKeys, tables),
      ...table.indexes.map((index) => createIndex(dialect, table, index)),
      ...commentsOn(dialect, table),
      ...tableFeatures(dialect, table, prefix),
    ],
    down: [dropTable(dialect, table), ...tableRemains(dialect, table)],
    downNote: "all rows of the table are lost",
  };
}
