import type { Dialect } from "./dialects/dialect.ts";
import { assertNever } from "../util/assert-never.ts";
import { remadeColumns } from "./match-columns.ts";
import { matchById } from "./match-by-id.ts";
import { pairsOf } from "./pairs-of.ts";
import type { RelationalModel, Table, TableIndex } from "./relational-model.ts";
import type { TableObject } from "./table-object.ts";
import { columnsOf, hasSameDefinition, objectId, objectsOf } from "./table-object.ts";

/** What happens to constraints and indexes; those of whole new or dropped tables are theirs. */
export interface ObjectChanges {
  /** With the table as it was. */
  readonly removed: readonly PlacedObject[];
  /** With the table as it is. */
  readonly added: readonly PlacedObject[];
  readonly renamed: readonly {
    readonly from: string;
    readonly to: string;
    readonly table: string;
    readonly object: NamedObject;
  }[];
  readonly described: readonly {
    readonly before: TableIndex;
    readonly after: TableIndex;
    readonly table: string;
  }[];
}

/** What an engine can give another name; anything else is made anew. */
export type NamedObject = Exclude<TableObject, { kind: "policy" | "history" }>;

export interface PlacedObject {
  readonly table: Table;
  readonly object: TableObject;
}

interface KeptObject {
  readonly tables: { readonly before: Table; readonly after: Table };
  readonly before: TableObject;
  readonly after: TableObject;
}

export function findObjectChanges(
  dialect: Dialect,
  before: RelationalModel,
  after: RelationalModel,
): ObjectChanges {
  const tables = matchById(before.tables, after.tables, ({ id }) => id);
  const retyped = findRetyped(dialect, tables.kept);
  const remade = new Set(
    tables.kept.flatMap((pair) =>
      remadeColumns(dialect, pair.before, pair.after).map((id) => `${pair.after.id}/${id}`),
    ),
  );
  const removed: PlacedObject[] = [];
  const added: PlacedObject[] = [];
  const kept: KeptObject[] = [];
  for (const pair of tables.kept) {
    const objects = matchById(objectsOf(pair.before), objectsOf(pair.after), objectId);
    removed.push(...objects.removed.map((object) => ({ table: pair.before, object })));
    added.push(...objects.added.map((object) => ({ table: pair.after, object })));
    kept.push(...objects.kept.map((item) => ({ tables: pair, ...item })));
  }
  for (const table of tables.removed) removed.push(...foreignKeysOf(table));
  for (const table of tables.added) added.push(...foreignKeysOf(table));

  const [rebuilt, stable] = partition(
    kept,
    (item) => isChanged(item, retyped) || isOn(item, remade),
  );
  removed.push(...rebuilt.map((item) => ({ table: item.tables.before, object: item.before })));
  added.push(...rebuilt.map((item) => ({ table: item.tables.after, object: item.after })));

  // A foreign key leans on a unique index of its target and has to go before that does.
  const supports = new Set(removed.flatMap(supportOf));
  const [leaning, untouched] = partition(stable, (item) => leansOn(item.before, supports));
  removed.push(...leaning.map((item) => ({ table: item.tables.before, object: item.before })));
  added.push(...leaning.map((item) => ({ table: item.tables.after, object: item.after })));

  return {
    removed,
    added,
    renamed: untouched.flatMap(({ before: was, after: is, tables: { after: table } }) =>
      is.kind === "policy" || is.kind === "history" || was.part.name === is.part.name
        ? []
        : [{ from: was.part.name, to: is.part.name, table: table.name, object: is }],
    ),
    described: untouched.flatMap(({ before: was, after: is, tables: { after: table } }) =>
      was.kind === "index" && is.kind === "index" && was.part.comment !== is.part.comment
        ? [{ before: was.part, after: is.part, table: table.name }]
        : [],
    ),
  };
}

/** `table/column` of every column whose type changes. */
function findRetyped(
  dialect: Dialect,
  tables: readonly { readonly before: Table; readonly after: Table }[],
): ReadonlySet<string> {
  return new Set(
    tables.flatMap(({ before, after }) =>
      matchById(before.columns, after.columns, ({ id }) => id)
        .kept.filter(
          (pair) => dialect.typeName(pair.before.type) !== dialect.typeName(pair.after.type),
        )
        .map((pair) => `${after.id}/${pair.after.id}`),
    ),
  );
}

/**
 * A check or a foreign key on a column with a new type is made anew: kept, its stored expression
 * would carry the casts of the old type, or compare two types on the way.
 */
function isChanged({ tables, before, after }: KeptObject, retyped: ReadonlySet<string>): boolean {
  if (!hasSameDefinition(before, after)) return true;
  const isOnRetyped = columnsOf(after).some((id) => retyped.has(`${tables.after.id}/${id}`));
  switch (after.kind) {
    case "foreign-key":
      return (
        isOnRetyped ||
        pairsOf(after.part).some((pair) => retyped.has(`${after.part.table}/${pair.targetColumn}`))
      );
    case "check":
      return isOnRetyped;
    case "index":
      return after.part.where !== undefined && isOnRetyped;
    case "policy":
      return (
        isOnRetyped ||
        before.part.name !== after.part.name ||
        tables.before.name !== tables.after.name
      );
    case "history":
      return before.part.name !== after.part.name;
    case "primary-key":
    case "unique-key":
      return false;
    default:
      return assertNever(after);
  }
}

/** What is on a column goes with it. */
function isOn({ tables, after }: KeptObject, columns: ReadonlySet<string>): boolean {
  return columnsOf(after).some((id) => columns.has(`${tables.after.id}/${id}`));
}

function supportOf({ table, object }: PlacedObject): readonly string[] {
  const isSupport =
    object.kind === "primary-key" ||
    object.kind === "unique-key" ||
    (object.kind === "index" && object.part.unique);
  return isSupport ? [supportKey(table.id, columnsOf(object))] : [];
}

function leansOn(object: TableObject, supports: ReadonlySet<string>): boolean {
  if (object.kind !== "foreign-key") return false;
  const targets = pairsOf(object.part).map(({ targetColumn }) => targetColumn);
  return supports.has(supportKey(object.part.table, targets));
}

function supportKey(table: string, columns: readonly string[]): string {
  return `${table}/${columns.toSorted().join()}`;
}

function foreignKeysOf(table: Table): readonly PlacedObject[] {
  return objectsOf(table)
    .filter(({ kind }) => kind === "foreign-key")
    .map((object) => ({ table, object }));
}

function partition<T>(
  items: readonly T[],
  test: (item: T) => boolean,
): readonly [readonly T[], readonly T[]] {
  return [items.filter(test), items.filter((item) => !test(item))];
}
