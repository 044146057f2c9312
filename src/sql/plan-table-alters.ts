import type { ValueType } from "../design/design.ts";
import type { TableChange } from "./alter-manner.ts";
import {
  checkDefinition,
  describedColumn,
  indexDefinition,
  keyDefinition,
  tableCommentClause,
} from "./ddl.ts";
import type { Alteration } from "./combine-alterations.ts";
import { combineAlterations } from "./combine-alterations.ts";
import type { CombiningDialect } from "./dialects/dialect.ts";
import { matchById } from "./match-by-id.ts";
import { matchColumns } from "./match-columns.ts";
import type { MigrationOperation } from "./migration-operation.ts";
import type { Column, Table } from "./relational-model.ts";
import type { TableObject } from "./table-object.ts";
import { columnsOf, hasSameDefinition, objectId, objectsOf } from "./table-object.ts";

/** An ALTER TABLE that takes away, and one that changes and adds; more where that is quicker. */
export interface TableAlters {
  readonly drops: readonly MigrationOperation[];
  readonly changes: readonly MigrationOperation[];
}

/** The table has its new name already; foreign keys and triggers that would be in the way are gone. */
export function planTableAlters(
  dialect: CombiningDialect,
  before: Table,
  after: Table,
): TableAlters {
  const columns = matchRenamable(dialect, before, after);
  const moved = new Set(
    [...columns.added, ...columns.removed]
      .map(({ id }) => id)
      .concat(columns.kept.filter((pair) => isMoved(dialect, pair)).map((pair) => pair.after.id)),
  );
  const objects = matchById(ownObjects(before), ownObjects(after), objectId);
  const isRemade = (pair: { before: TableObject; after: TableObject }): boolean =>
    mustRemake(dialect, pair, columns.kept, moved);
  const remade = objects.kept.filter(isRemade);
  const stable = objects.kept.filter((pair) => !isRemade(pair));
  const drops: readonly Alteration[] = [
    ...[...objects.removed, ...remade.map((pair) => pair.before)].map((object) =>
      inverse(addObject(dialect, before, object), `drop ${titleOf(object)}`),
    ),
    ...columns.removed.map((column) => ({
      ...inverse(addColumn(dialect, before, column), "drop column"),
      loses: column.generated === undefined,
      demands: false,
    })),
  ];
  const renamed = renameKept(before, columns.kept);
  const steps = columns.kept.map((pair) => {
    const was = { ...pair.before, name: pair.after.name };
    return { was, between: betweenOf(was, pair.after), is: pair.after };
  });
  const interim = steps.flatMap(({ was, between }) =>
    changeColumn(dialect, renamed, renamed, { before: was, after: between }),
  );
  const changes: readonly Alteration[] = [
    ...steps.flatMap(({ between, is }) =>
      changeColumn(dialect, renamed, after, { before: between, after: is }),
    ),
    ...columns.added.map((column) => addColumn(dialect, after, column)),
    ...stable.flatMap((pair) => renameIndex(dialect, pair)),
    ...[...objects.added, ...remade.map((pair) => pair.after)].map((object) =>
      addObject(dialect, after, object),
    ),
    ...describe(dialect, before, after),
  ];
  return {
    drops: combineAlterations(dialect, after, drops),
    changes: [
      // By themselves: the engine refuses to copy a table and rename a column of a foreign key.
      ...combineAlterations(
        dialect,
        after,
        columns.kept.flatMap((pair) => renameColumn(dialect, pair)),
      ),
      ...combineAlterations(dialect, after, interim),
      ...combineAlterations(dialect, after, changes),
    ],
  };
}

/** Where the engine knows no way from one type to the other, values go through text. */
function betweenOf(before: Column, after: Column): Column {
  const kinds = [before.type.kind, after.type.kind];
  const isKnown = kinds[0] === kinds[1] || kinds.some((kind) => TEXTUAL.has(kind));
  if (isKnown || !kinds.some((kind) => FOREIGN.has(kind))) return before;
  const { default: _, ...column } = before;
  return { ...column, type: { kind: "string", length: 255 } };
}

const TEXTUAL: ReadonlySet<ValueType> = new Set(["string", "text", "enum"]);
const FOREIGN: ReadonlySet<ValueType> = new Set(["uuid"]);

type KeptColumns = ReturnType<typeof matchById<Column>>["kept"];

/** The engine refuses to rename what a generated column is made of: that column is made anew. */
function matchRenamable(dialect: CombiningDialect, before: Table, after: Table) {
  const matched = matchColumns(dialect, before, after);
  const isMadeOf = (pair: { before: Column; after: Column }): boolean =>
    pair.before.generated !== undefined &&
    withoutName(dialect, before, pair.before) !== withoutName(dialect, after, pair.after);
  return {
    added: [...matched.added, ...matched.kept.filter(isMadeOf).map((pair) => pair.after)],
    removed: [...matched.removed, ...matched.kept.filter(isMadeOf).map((pair) => pair.before)],
    kept: matched.kept.filter((pair) => !isMadeOf(pair)),
  };
}

function withoutName(dialect: CombiningDialect, table: Table, column: Column): string {
  return describedColumn(dialect, table, { ...column, name: "x" });
}

function isMoved(dialect: CombiningDialect, pair: { before: Column; after: Column }): boolean {
  return (
    pair.before.name !== pair.after.name ||
    dialect.typeName(pair.before.type) !== dialect.typeName(pair.after.type)
  );
}

function ownObjects(table: Table): readonly TableObject[] {
  return objectsOf(table).filter(({ kind }) => kind !== "foreign-key" && kind !== "history");
}

/** A check is text about names and types; an index follows both, unless it is over a part of a text. */
function mustRemake(
  dialect: CombiningDialect,
  { before, after }: { readonly before: TableObject; readonly after: TableObject },
  kept: KeptColumns,
  moved: ReadonlySet<string>,
): boolean {
  if (!hasSameDefinition(before, after)) return true;
  const ids = columnsOf(after);
  if (after.kind === "check") {
    return before.part.name !== after.part.name || ids.some((id) => moved.has(id));
  }
  const isKept = (id: string): boolean => kept.some((pair) => pair.after.id === id);
  const inIndex = (column: Column): string => dialect.indexColumn?.(column, "x") ?? "x";
  const changesPart = kept.some(
    (pair) => ids.includes(pair.after.id) && inIndex(pair.before) !== inIndex(pair.after),
  );
  return changesPart || !ids.every(isKept);
}

function renameKept(table: Table, kept: KeptColumns): Table {
  const names = new Map(kept.map(({ before, after }) => [before.id, after.name]));
  const columns = table.columns.map((column) => ({
    ...column,
    name: names.get(column.id) ?? column.name,
  }));
  return { ...table, columns };
}

function renameColumn(
  dialect: CombiningDialect,
  { before, after }: KeptColumns[number],
): readonly Alteration[] {
  if (before.name === after.name) return [];
  const [from, to] = [before.name, after.name].map(dialect.identifier);
  const up = `RENAME COLUMN ${from} TO ${to}`;
  const down = `RENAME COLUMN ${to} TO ${from}`;
  const change = same({ kind: "rename-column" });
  return [{ title: "rename column", column: after.name, subject: after.subject, up, down, change }];
}

/** The column has its new name already. */
function changeColumn(
  dialect: CombiningDialect,
  before: Table,
  after: Table,
  pair: KeptColumns[number],
): readonly Alteration[] {
  const was = describedColumn(dialect, before, pair.before);
  const is = describedColumn(dialect, after, pair.after);
  if (was === is) return [];
  const { name: column, subject } = pair.after;
  const [up, down] = [is, was].map((definition) => `MODIFY COLUMN ${definition}`);
  if (up === undefined || down === undefined) return [];
  const change = {
    up: { kind: "change-column", before: pair.before, after: pair.after },
    down: { kind: "change-column", before: pair.after, after: pair.before },
  } as const;
  return [{ title: "change column", column, subject, up, down, change, demands: true }];
}

function addColumn(dialect: CombiningDialect, table: Table, column: Column): Alteration {
  return {
    title: "add column",
    column: column.name,
    subject: column.subject,
    up: `ADD COLUMN ${describedColumn(dialect, table, column)}`,
    down: `DROP COLUMN ${dialect.identifier(column.name)}`,
    change: { up: { kind: "add-column", column }, down: { kind: "drop-column", column } },
  };
}

function addObject(dialect: CombiningDialect, table: Table, object: TableObject): Alteration {
  const { kind, part } = object;
  const definition = definitionOf(dialect, table, object);
  if (definition === undefined || kind === "history" || kind === "policy") {
    throw new Error(`a ${kind} is no part of ALTER TABLE`);
  }
  return {
    title: `add ${titleOf(object)}`,
    subject: part.subject,
    up: `ADD ${definition}`,
    down: dialect.dropClause(kind, part.name),
    change: {
      up: { kind: "add-object", object: kind },
      down: { kind: "drop-object", object: kind },
    },
    demands: kind !== "index",
  };
}

function definitionOf(
  dialect: CombiningDialect,
  table: Table,
  object: TableObject,
): string | undefined {
  switch (object.kind) {
    case "primary-key":
      return keyDefinition(dialect, table, object.part, "PRIMARY KEY");
    case "unique-key":
      return keyDefinition(dialect, table, object.part, "UNIQUE");
    case "check":
      return checkDefinition(dialect, table, object.part);
    case "index":
      return indexDefinition(dialect, table, object.part);
    case "foreign-key":
    case "history":
    case "policy":
      return undefined;
    default:
      return object satisfies never;
  }
}

/** A primary key has no name of its own, and what is said about an index stands in the file only. */
function renameIndex(
  dialect: CombiningDialect,
  { before, after }: { readonly before: TableObject; readonly after: TableObject },
): readonly Alteration[] {
  const [from, to] = [before.part.name, after.part.name].map(dialect.identifier);
  if (after.kind === "primary-key" || after.kind === "check" || from === to) return [];
  return [
    {
      title: `rename ${titleOf(after)}`,
      subject: after.part.subject,
      up: `RENAME INDEX ${from} TO ${to}`,
      down: `RENAME INDEX ${to} TO ${from}`,
      change: same({ kind: "rename-index" }),
    },
  ];
}

function describe(dialect: CombiningDialect, before: Table, after: Table): readonly Alteration[] {
  if (before.comment === after.comment) return [];
  const says = ({ comment = "" }: Table): string => tableCommentClause(dialect, comment);
  const change = same({ kind: "describe" });
  return [
    {
      title: "describe table",
      subject: after.subject,
      up: says(after),
      down: says(before),
      change,
    },
  ];
}

function same(change: TableChange): Alteration["change"] {
  return { up: change, down: change };
}

function inverse(alteration: Alteration, title: string): Alteration {
  const { up, down } = alteration.change;
  return {
    ...alteration,
    title,
    up: alteration.down,
    down: alteration.up,
    change: { up: down, down: up },
    demands: false,
  };
}

function titleOf({ kind }: TableObject): string {
  return kind.replace("-", " ");
}
