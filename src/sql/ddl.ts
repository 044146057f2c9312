import { checkExpression, columnName } from "./check-expression.ts";
import type { CommentTarget, Dialect } from "./dialects/dialect.ts";
import type { Column, ForeignKey, Key, Table, TableCheck, TableIndex } from "./relational-model.ts";
import type { SqlLine, SqlStatement } from "./sql-line.ts";
import { statement } from "./sql-line.ts";
import { pairsOf } from "./pairs-of.ts";
import { deleteAction } from "./delete-action.ts";
import { generatedExpression } from "./generated-expression.ts";
import { indexCondition } from "./index-condition.ts";

/** The tables of the state in which a statement runs, by id. */
export type TablesById = ReadonlyMap<string, Table>;

/** `CREATE TABLE` with its keys, checks and the given foreign keys. */
export function createTable(
  dialect: Dialect,
  table: Table,
  foreignKeys: readonly ForeignKey[],
  tables: TablesById,
): SqlStatement {
  const { primaryKey } = table;
  const items: SqlLine[] = [
    ...table.columns.map((column) => line(column, describedColumn(dialect, table, column))),
    ...(primaryKey === undefined
      ? []
      : [line(primaryKey, keyDefinition(dialect, table, primaryKey, "PRIMARY KEY"))]),
    ...table.uniqueKeys.map((key) => line(key, keyDefinition(dialect, table, key, "UNIQUE"))),
    ...table.checks.map((check) => line(check, checkDefinition(dialect, table, check))),
    ...foreignKeys.map((key) => line(key, foreignKeyDefinition(dialect, table, key, tables))),
  ];
  return [
    ...remarks(dialect, "table", table),
    { subject: table.subject, text: `CREATE TABLE ${dialect.identifier(table.name)} (` },
    ...items.flatMap(({ subject, text }, index) => [
      ...(index < table.columns.length ? remarks(dialect, "column", table.columns[index]) : []),
      { subject, text: `  ${text}${index === items.length - 1 ? "" : ","}` },
    ]),
    { subject: table.subject, text: `)${tableSuffix(dialect, table)};` },
  ];
}

/** What a table begins with besides its columns and keys: partitions, policy and trigger. */
export function tableFeatures(
  dialect: Dialect,
  table: Table,
  prefix?: string,
): readonly SqlStatement[] {
  const { partition, policy, history, subject } = table;
  const { features } = dialect;
  const texts = [
    ...(partition === undefined ? [] : features.firstPartitions(table, partition, prefix)),
    ...(policy === undefined ? [] : features.addPolicy(table, policy)),
    ...(history === undefined ? [] : features.addHistory(table, history)),
  ];
  return texts.map((text) => statement(subject, `${text};`));
}

/** What has to go after a table that is gone. */
export function tableRemains(
  dialect: Dialect,
  { history, subject }: Table,
): readonly SqlStatement[] {
  const texts = history === undefined ? [] : dialect.features.dropHistoryRemains(history);
  return texts.map((text) => statement(subject, `${text};`));
}

export function createIndex(dialect: Dialect, table: Table, index: TableIndex): SqlStatement {
  const unique = index.unique ? "UNIQUE " : "";
  const name = dialect.identifier(index.name);
  const on = `${dialect.identifier(table.name)} (${indexedColumns(dialect, table, index)})`;
  const condition = indexCondition(dialect, table, index);
  const suffix = condition === undefined ? "" : ` WHERE ${condition}`;
  return [
    ...remarks(dialect, "index", index),
    ...statement(index.subject, `CREATE ${unique}INDEX ${name} ON ${on}${suffix};`),
  ];
}

/** The comments that the Design's descriptions give to a table, its columns and its indexes. */
export function commentsOn(dialect: Dialect, table: Table): readonly SqlStatement[] {
  return [
    ...tableComment(dialect, table, table.comment),
    ...table.columns.flatMap((column) => columnComment(dialect, table, column, column.comment)),
    ...table.indexes.flatMap((index) => indexComment(dialect, index, index.comment)),
  ];
}

export function tableComment(
  dialect: Dialect,
  { name, subject }: Table,
  comment: string | undefined,
): readonly SqlStatement[] {
  if (comment === undefined || dialect.comment === undefined) return [];
  return [statement(subject, `${dialect.comment({ kind: "table", table: name }, comment)};`)];
}

export function columnComment(
  dialect: Dialect,
  table: Table,
  { name, subject }: Column,
  comment: string | undefined,
): readonly SqlStatement[] {
  if (comment === undefined || dialect.comment === undefined) return [];
  const target = { kind: "column", table: table.name, column: name } as const;
  return [statement(subject, `${dialect.comment(target, comment)};`)];
}

export function indexComment(
  dialect: Dialect,
  { name, subject }: TableIndex,
  comment: string | undefined,
): readonly SqlStatement[] {
  if (comment === undefined || dialect.comment === undefined) return [];
  return [statement(subject, `${dialect.comment({ kind: "index", index: name }, comment)};`)];
}

export function addColumn(dialect: Dialect, table: Table, column: Column): SqlStatement {
  const definition = describedColumn(dialect, table, column);
  return alterTable(dialect, table, column.subject, `ADD COLUMN ${definition}`);
}

export function dropColumn(dialect: Dialect, table: Table, column: Column): SqlStatement {
  const name = dialect.identifier(column.name);
  return alterTable(dialect, table, column.subject, `DROP COLUMN ${name}`);
}

export function dropTable(dialect: Dialect, table: Table): SqlStatement {
  return statement(table.subject, `DROP TABLE ${dialect.identifier(table.name)};`);
}

export function addKey(
  dialect: Dialect,
  table: Table,
  key: Key,
  kind: "PRIMARY KEY" | "UNIQUE",
): SqlStatement {
  return alterTable(dialect, table, key.subject, `ADD ${keyDefinition(dialect, table, key, kind)}`);
}

export function addCheck(dialect: Dialect, table: Table, check: TableCheck): SqlStatement {
  return alterTable(dialect, table, check.subject, `ADD ${checkDefinition(dialect, table, check)}`);
}

export function addForeignKey(
  dialect: Dialect,
  table: Table,
  key: ForeignKey,
  tables: TablesById,
): SqlStatement {
  const definition = foreignKeyDefinition(dialect, table, key, tables);
  return alterTable(dialect, table, key.subject, `ADD ${definition}`);
}

export function columnList(dialect: Dialect, table: Table, ids: readonly string[]): string {
  return ids.map((id) => dialect.identifier(columnName(table, id))).join(", ");
}

/** The definition of a column, with its comment where the engine keeps it there. */
export function describedColumn(dialect: Dialect, table: Table, column: Column): string {
  return `${columnDefinition(dialect, table, column)}${inline(dialect, "column", column.comment)}`;
}

function columnDefinition(dialect: Dialect, table: Table, column: Column): string {
  const expression = generatedExpression(dialect, table, column);
  const value = expression === undefined ? dialect.defaultValue(column) : undefined;
  const check = dialect.columnCheck?.(column);
  return [
    dialect.identifier(column.name),
    dialect.typeName(column.type),
    ...(expression === undefined ? [] : [`GENERATED ALWAYS AS (${expression}) STORED`]),
    ...(column.nullable ? [] : ["NOT NULL"]),
    ...(value === undefined ? [] : [`DEFAULT ${value}`]),
    ...(check === undefined ? [] : [check]),
  ].join(" ");
}

/** What follows the last parenthesis of `CREATE TABLE`. */
function tableSuffix(dialect: Dialect, table: Table): string {
  const { partition, comment } = table;
  const spread = partition === undefined ? "" : dialect.features.partitionBy(table, partition);
  return `${dialect.tableOptions}${inline(dialect, "table", comment)}${spread}`;
}

function inline(dialect: Dialect, kind: CommentTarget["kind"], comment: string | undefined) {
  const text = comment === undefined ? undefined : dialect.inlineComment?.(kind, comment);
  return text === undefined ? "" : ` ${text}`;
}

/** Comments of the file, where the engine keeps none. */
function remarks(
  dialect: Dialect,
  kind: CommentTarget["kind"],
  part: { readonly subject: string; readonly comment?: string | undefined } | undefined,
): readonly SqlLine[] {
  if (part?.comment === undefined || dialect.comment !== undefined) return [];
  if (dialect.inlineComment?.(kind, part.comment) !== undefined) return [];
  const indent = kind === "column" ? "  " : "";
  const text = part.comment.replace(/\s+/g, " ").trim();
  return [{ subject: part.subject, text: `${indent}-- ${text}` }];
}

/** An index as a part of ALTER TABLE. */
export function indexDefinition(dialect: Dialect, table: Table, index: TableIndex): string {
  const kind = index.unique ? "UNIQUE INDEX" : "INDEX";
  return `${kind} ${dialect.identifier(index.name)} (${indexedColumns(dialect, table, index)})`;
}

/** The comment of a table as a part of ALTER TABLE. */
export function tableCommentClause(dialect: Dialect, comment: string): string {
  return inline(dialect, "table", comment).trim();
}

function indexedColumns(dialect: Dialect, table: Table, index: TableIndex): string {
  return index.columns
    .map((id) => {
      const column = table.columns.find((candidate) => candidate.id === id);
      const name = dialect.identifier(columnName(table, id));
      const own = column === undefined ? name : (dialect.indexColumn?.(column, name) ?? name);
      return index.descending?.includes(id) === true ? `${own} DESC` : own;
    })
    .join(", ");
}

export function keyDefinition(dialect: Dialect, table: Table, key: Key, kind: string): string {
  const columns = columnList(dialect, table, key.columns);
  return `CONSTRAINT ${dialect.identifier(key.name)} ${kind} (${columns})`;
}

export function checkDefinition(dialect: Dialect, table: Table, check: TableCheck): string {
  const condition = checkExpression(dialect, table, check.rule);
  return `CONSTRAINT ${dialect.identifier(check.name)} CHECK (${condition})`;
}

export function foreignKeyDefinition(
  dialect: Dialect,
  table: Table,
  key: ForeignKey,
  tables: TablesById,
): string {
  const target = tables.get(key.table);
  const targetTable = dialect.identifier(target?.name ?? key.table);
  const pairs = pairsOf(key);
  const columns = columnList(
    dialect,
    table,
    pairs.map(({ column }) => column),
  );
  const targetIds = pairs.map(({ targetColumn }) => targetColumn);
  const targetColumns =
    target === undefined
      ? targetIds.map((id) => dialect.identifier(id)).join(", ")
      : columnList(dialect, target, targetIds);
  return (
    `CONSTRAINT ${dialect.identifier(key.name)} FOREIGN KEY (${columns}) ` +
    `REFERENCES ${targetTable} (${targetColumns}) ON DELETE ${deleteAction(dialect, table, key)}`
  );
}

function alterTable(dialect: Dialect, table: Table, subject: string, change: string): SqlStatement {
  return statement(subject, `ALTER TABLE ${dialect.identifier(table.name)}\n  ${change};`);
}

function line({ subject }: { readonly subject: string }, text: string): SqlLine {
  return { subject, text };
}
