import { consistencyChecks } from "../consistency-checks.ts";
import type { TablesById } from "../ddl.ts";
import type { Dialect } from "../dialects/dialect.ts";
import type { MigrationCheck } from "../migration-operation.ts";
import type { Column, RelationalModel, Table } from "../relational-model.ts";
import { MODEL_VERSION } from "../relational-model.ts";
import type { TableObject } from "../table-object.ts";

/** The rows that a new constraint or unique index would refuse. */
export function findRefused(
  dialect: Dialect,
  table: Table,
  { kind, part }: TableObject,
  tables: TablesById,
): readonly MigrationCheck[] {
  const bare: Table = {
    ...table,
    columns: table.columns.map((column) => ({ ...column, nullable: true })),
    uniqueKeys: kind === "unique-key" ? [part] : [],
    indexes: kind === "index" && part.unique ? [part] : [],
    checks: kind === "check" ? [part] : [],
    foreignKeys: kind === "foreign-key" ? [part] : [],
    ...(kind === "primary-key" ? { primaryKey: part } : {}),
  };
  return all(dialect, bare, tables).filter(({ subject }) => subject === part.subject);
}

/** The rows without a value of the column. */
export function findMissing(dialect: Dialect, table: Table, column: Column): MigrationCheck[] {
  const own = { ...column, nullable: false };
  const others = table.columns.filter(({ id }) => id !== column.id);
  const bare: Table = {
    ...table,
    columns: [own, ...others.map((other) => ({ ...other, nullable: true }))],
    uniqueKeys: [],
    indexes: [],
    checks: [],
    foreignKeys: [],
  };
  return all(dialect, bare, new Map()).filter(({ id }) => id.endsWith(".missing"));
}

function all(dialect: Dialect, table: Table, tables: TablesById): MigrationCheck[] {
  const others = [...tables.values()].filter(({ id }) => id !== table.id);
  const model: RelationalModel = {
    modelVersion: MODEL_VERSION,
    context: "any",
    title: "any",
    tables: [table, ...others],
  };
  return consistencyChecks(dialect, model, table).map(({ id, title, subject, sql }) => ({
    id,
    title,
    subject,
    sql,
  }));
}
