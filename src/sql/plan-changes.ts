import { addPartitions } from "./add-partitions.ts";
import { tableComment } from "./ddl.ts";
import type { AlteringDialect } from "./dialects/dialect.ts";
import { findObjectChanges } from "./find-object-changes.ts";
import { makeTable } from "./make-table.ts";
import { matchById } from "./match-by-id.ts";
import type { MigrationOperation } from "./migration-operation.ts";
import { orderRenames } from "./order-renames.ts";
import { orderTables } from "./order-tables.ts";
import { planColumns } from "./plan-columns.ts";
import { removeTable } from "./remove-table.ts";
import type { RelationalModel, Table } from "./relational-model.ts";
import { statement } from "./sql-line.ts";
import type { TableObject } from "./table-object.ts";
import { addObject, dropObject } from "./table-object.ts";

/**
 * The steps from one model to another, compared by id. The order makes every step possible: what
 * leans on something goes before it, what it leans on comes back first, and names change while
 * nothing else does.
 */
export function planChanges(
  dialect: AlteringDialect,
  before: RelationalModel,
  after: RelationalModel,
): readonly MigrationOperation[] {
  const old = new Map(before.tables.map((table) => [table.id, table]));
  const current = new Map(after.tables.map((table) => [table.id, table]));
  const tables = matchById(before.tables, after.tables, ({ id }) => id);
  const objects = findObjectChanges(dialect, before, after);
  const columns = tables.kept.map((pair) => planColumns(dialect, pair.before, pair.after));
  const isForeign = ({ object }: { readonly object: TableObject }): boolean =>
    object.kind === "foreign-key";
  const isOwn = (change: { readonly object: TableObject }): boolean => !isForeign(change);

  function drop({ table, object }: { table: Table; object: TableObject }): MigrationOperation {
    return {
      title: `drop ${titleOf(object)}`,
      table: current.get(table.id)?.name ?? table.name,
      subject: object.part.subject,
      up: dropObject(dialect, table, object),
      down: addObject(dialect, table, object, old),
      downNote: "fails where rows do not keep it any more",
    };
  }
  function add({ table, object }: { table: Table; object: TableObject }): MigrationOperation {
    return {
      title: `add ${titleOf(object)}`,
      table: table.name,
      subject: object.part.subject,
      up: addObject(dialect, table, object, current),
      down: dropObject(dialect, table, object),
      ...(object.kind === "index" || object.kind === "policy" || object.kind === "history"
        ? {}
        : { upNote: "fails where rows do not keep it" }),
    };
  }

  const renamedTables = tables.kept
    .filter((pair) => pair.before.name !== pair.after.name)
    .map((pair) => ({ from: pair.before.name, to: pair.after.name, subject: pair.after.subject }));

  return [
    ...objects.removed.filter(isForeign).map(drop),
    ...objects.removed.filter(isOwn).map(drop),
    ...orderTables(tables.removed)
      .tables.toReversed()
      .map((table) => removeTable(makeTable(dialect, table, [], old))),
    ...orderRenames(renamedTables).map(({ from, to, item }): MigrationOperation => ({
      title: "rename table",
      table: item.to,
      subject: item.subject,
      up: [statement(item.subject, `${dialect.renameTable(from, to)};`)],
      down: [statement(item.subject, `${dialect.renameTable(to, from)};`)],
    })),
    ...columns.flatMap(({ dropped }) => dropped),
    ...columns.flatMap(({ renamed }) => renamed),
    ...orderRenames(objects.renamed).map(({ from, to, item }): MigrationOperation => {
      const { kind, part } = item.object;
      return {
        title: `rename ${titleOf(item.object)}`,
        table: item.table,
        subject: part.subject,
        up: [statement(part.subject, `${dialect.renameObject(kind, item.table, from, to)};`)],
        down: [statement(part.subject, `${dialect.renameObject(kind, item.table, to, from)};`)],
      };
    }),
    // Foreign keys are added when all tables are there and have their types.
    ...orderTables(tables.added).tables.map((table) => makeTable(dialect, table, [], current)),
    ...columns.flatMap(({ added }) => added),
    ...columns.flatMap(({ altered }) => altered),
    ...tables.kept.flatMap((pair) => addPartitions(dialect, pair.before, pair.after)),
    ...objects.added.filter(isOwn).map(add),
    ...objects.added.filter(isForeign).map(add),
    ...tables.kept.flatMap((pair) => describeTable(dialect, pair.before, pair.after)),
    ...columns.flatMap(({ described }) => described),
    ...objects.described.map(({ before: was, after: is, table }): MigrationOperation => {
      const target = { kind: "index", index: is.name } as const;
      return {
        title: "describe index",
        table,
        subject: is.subject,
        up: [statement(is.subject, `${dialect.comment(target, is.comment)};`)],
        down: [statement(is.subject, `${dialect.comment(target, was.comment)};`)],
      };
    }),
  ];
}

function describeTable(
  dialect: AlteringDialect,
  before: Table,
  after: Table,
): readonly MigrationOperation[] {
  if (before.comment === after.comment) return [];
  const { subject, name } = after;
  const target = { kind: "table", table: name } as const;
  const removal = [statement(subject, `${dialect.comment(target, undefined)};`)];
  const says = (comment: string | undefined) =>
    comment === undefined ? removal : tableComment(dialect, after, comment);
  const up = says(after.comment);
  return [{ title: "describe table", table: name, subject, up, down: says(before.comment) }];
}

function titleOf({ kind }: TableObject): string {
  return kind.replace("-", " ");
}
