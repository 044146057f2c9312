import { isDeepEqual } from "../util/is-deep-equal.ts";
import { COPIES } from "./combine-alterations.ts";
import type { TablesById } from "./ddl.ts";
import { addForeignKey } from "./ddl.ts";
import type { CombiningDialect, Dialect } from "./dialects/dialect.ts";
import { findForeignKeyChanges } from "./find-foreign-key-changes.ts";
import { makeTable } from "./make-table.ts";
import { matchTables } from "./match-tables.ts";
import type { MigrationOperation } from "./migration-operation.ts";
import { orderRenames } from "./order-renames.ts";
import { orderTables } from "./order-tables.ts";
import { planTableAlters } from "./plan-table-alters.ts";
import { removeTable } from "./remove-table.ts";
import { renameTable } from "./rename-table.ts";
import type { RelationalModel, Table } from "./relational-model.ts";
import { statement } from "./sql-line.ts";

/**
 * The steps from one model to another where every statement commits by itself: as few as can be,
 * all changes of a table in one ALTER TABLE that happens or does not. Foreign keys that lean on
 * what changes go first and come back last.
 */
export function planAlters(
  dialect: CombiningDialect,
  before: RelationalModel,
  after: RelationalModel,
): readonly MigrationOperation[] {
  const tables = matchTables(before.tables, after.tables);
  const old = byId(before.tables);
  const current = byId(after.tables);
  const keys = findForeignKeyChanges(dialect, before, after);
  const renames = tables.kept
    .filter((pair) => pair.before.name !== pair.after.name)
    .map((pair) => ({ from: pair.before.name, to: pair.after.name, subject: pair.after.subject }));
  const alters = tables.kept.map((pair) => planTableAlters(dialect, pair.before, pair.after));
  const foreign = (key: (typeof keys.removed)[number], state: TablesById) => ({
    table: key.table.name,
    subject: key.foreignKey.subject,
    add: [addForeignKey(dialect, key.table, key.foreignKey, state)],
    drop: [
      statement(
        key.foreignKey.subject,
        `${dialect.dropObject("foreign-key", key.table.name, key.foreignKey.name)};`,
      ),
    ],
  });
  return [
    ...keys.removed.map((key): MigrationOperation => {
      const { add, drop, ...about } = foreign(key, old);
      return { title: "drop foreign key", ...about, up: drop, down: add };
    }),
    ...tables.kept.flatMap((pair) => changeHistory(dialect, pair, "drop")),
    ...orderTables(tables.removed)
      .tables.toReversed()
      .map((table) => removeTable(makeTable(dialect, table, [], old))),
    ...orderRenames(renames).map(({ from, to, item }): MigrationOperation => ({
      title: "rename table",
      table: item.to,
      subject: item.subject,
      up: [renameTable(dialect, item.subject, from, to)],
      down: [renameTable(dialect, item.subject, to, from)],
    })),
    ...alters.flatMap(({ drops }) => drops),
    ...orderTables(tables.added).tables.map((table) => makeTable(dialect, table, [], current)),
    ...alters.flatMap(({ changes }) => changes),
    ...tables.kept.flatMap((pair) => changeHistory(dialect, pair, "add")),
    ...keys.added.map((key): MigrationOperation => {
      const { add, drop, ...about } = foreign(key, current);
      const manner = dialect.alterManner?.({ kind: "add-object", object: "foreign-key" });
      const upNote = ["fails where rows do not keep it", ...(manner === "copy" ? [COPIES] : [])];
      return { title: "add foreign key", ...about, up: add, down: drop, upNote: upNote.join("; ") };
    }),
  ];
}

/** A trigger is text about names: it goes before its table changes and comes back after that. */
function changeHistory(
  dialect: Dialect,
  { before, after }: { readonly before: Table; readonly after: Table },
  what: "drop" | "add",
): readonly MigrationOperation[] {
  const isKept = before.name === after.name && isDeepEqual(before.history, after.history);
  const table = what === "drop" ? before : after;
  const { history, subject } = table;
  if (isKept || history === undefined) return [];
  const ends = (texts: readonly string[]) => texts.map((text) => statement(subject, `${text};`));
  const added = ends(dialect.features.addHistory(table, history));
  const dropped = ends(dialect.features.dropHistory(table, history));
  return [
    {
      title: `${what} history`,
      table: after.name,
      subject,
      up: what === "add" ? added : dropped,
      down: what === "add" ? dropped : added,
    },
  ];
}

function byId(tables: readonly Table[]): TablesById {
  return new Map(tables.map((table) => [table.id, table]));
}
