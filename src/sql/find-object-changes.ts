import type { Dialect } from "./dialects/dialect.ts";
import { matchById } from "./match-by-id.ts";
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
    readonly object: TableObject;
  }[];
  readonly described: readonly {
    readonly before: TableIndex;
    readonly after: TableIndex;
    readonly table: string;
  }[];
}

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

  const [rebuilt, stable] = partition(kept, (item) => isChanged(item, retyped));
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
    renamed: untouched
      .filter((item) => item.before.part.name !== item.after.part.name)
      .map((item) => ({
        from: item.before.part.name,
        to: item.after.part.name,
        table: item.tables.after.name,
        object: item.after,
      })),
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
  if (after.kind === "foreign-key") {
    const { table, column, targetColumn } = after.part;
    return retyped.has(`${tables.after.id}/${column}`) || retyped.has(`${table}/${targetColumn}`);
  }
  return (
    after.kind === "check" && columnsOf(after).some((id) => retyped.has(`${tables.after.id}/${id}`))
  );
}

function supportOf({ table, object }: PlacedObject): readonly string[] {
  const isSupport =
    object.kind === "primary-key" ||
    object.kind === "unique-key" ||
    (object.kind === "index" && object.part.unique);
  return isSupport && columnsOf(object).length === 1 ? [`${table.id}/${columnsOf(object)[0]}`] : [];
}

function leansOn(object: TableObject, supports: ReadonlySet<string>): boolean {
  if (object.kind !== "foreign-key") return false;
  return supports.has(`${object.part.table}/${object.part.targetColumn}`);
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
