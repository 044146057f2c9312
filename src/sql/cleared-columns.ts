import type { Entity, Field } from "../design/design.ts";
import type { Table } from "./relational-model.ts";

/** What stands in a column once the row says nothing about a person. */
export type ClearedColumn = { readonly column: string } & (
  | { readonly to: "nothing" }
  /** The text, the same in every row. */
  | { readonly to: "text"; readonly text: string }
  /** A text made from the key of the row: other rows must not have the same. */
  | { readonly to: "key"; readonly minimum: number; readonly maximum: number }
);

const PERSONAL: ReadonlySet<Field["classification"]> = new Set(["personal", "sensitive", "secret"]);
const WORD = "removed";
/** Of a digest in hexadecimal digits. */
const DIGEST = 32;

/**
 * The columns that are cleared to make a row anonymous, and the personal ones that cannot be: they
 * are required and hold no text, or they are what the row is known by.
 */
export function clearedColumns(
  { fields }: Entity,
  table: Table,
): { readonly cleared: readonly ClearedColumn[]; readonly kept: readonly string[] } {
  const bound = new Set([
    ...(table.primaryKey?.columns ?? []),
    ...table.foreignKeys.flatMap(({ column, more = [] }) => [
      column,
      ...more.map((part) => part.column),
    ]),
    ...(table.partition === undefined ? [] : [table.partition.column]),
  ]);
  const unique = uniqueSources(fields, table);
  const cleared: ClearedColumn[] = [];
  const kept: string[] = [];
  for (const field of fields) {
    if (!PERSONAL.has(field.classification) || field.generated !== undefined) continue;
    const found = bound.has(field.id) ? undefined : clear(field, unique.has(field.id));
    if (found === undefined) kept.push(field.id);
    else cleared.push(found);
  }
  return { cleared, kept };
}

function clear(field: Field, isUnique: boolean): ClearedColumn | undefined {
  const { id: column, type, nullable, enumValues, minLength = 0 } = field;
  if (nullable) return { column, to: "nothing" };
  if (type === "json") return isUnique ? undefined : { column, to: "text", text: "{}" };
  if ((type !== "string" && type !== "text") || enumValues !== undefined) return undefined;
  const maximum = field.maxLength ?? Number.POSITIVE_INFINITY;
  if (!isUnique) {
    return { column, to: "text", text: WORD.slice(0, maximum).padEnd(minLength, "-") };
  }
  return maximum < DIGEST ? undefined : { column, to: "key", minimum: minLength, maximum };
}

/** What a unique key is over, or what a column of one is computed from. */
function uniqueSources(fields: readonly Field[], table: Table): ReadonlySet<string> {
  const own = new Set(
    [...table.uniqueKeys, ...table.indexes.filter(({ unique }) => unique)].flatMap(
      ({ columns }) => columns,
    ),
  );
  const computed = fields.flatMap(({ id, generated }) =>
    generated !== undefined && own.has(id) ? generated.fields : [],
  );
  return new Set([...own, ...computed]);
}
