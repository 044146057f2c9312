import type { Dialect } from "./dialects/dialect.ts";
import type { Matched } from "./match-by-id.ts";
import { matchById } from "./match-by-id.ts";
import type { Column, Table } from "./relational-model.ts";

/**
 * What two versions of a table have in common. A generated column with another expression, or over
 * a column with another type, is not the same: no engine can change one in place.
 */
export function matchColumns(dialect: Dialect, before: Table, after: Table): Matched<Column> {
  const identities = new Map(
    [before, after].flatMap((table) =>
      table.columns.map((column) => [column, identityOf(dialect, table, column)] as const),
    ),
  );
  return matchById(before.columns, after.columns, (column) => identities.get(column) ?? column.id);
}

/** Ids of the columns that are taken away and made anew. */
export function remadeColumns(dialect: Dialect, before: Table, after: Table): readonly string[] {
  const { added } = matchColumns(dialect, before, after);
  const old = new Set(before.columns.map(({ id }) => id));
  return added.map(({ id }) => id).filter((id) => old.has(id));
}

function identityOf(dialect: Dialect, table: Table, { id, type, generated }: Column): string {
  if (generated === undefined) return id;
  const sources = generated.columns.map((source) => {
    const column = table.columns.find((candidate) => candidate.id === source);
    return `${source} ${column === undefined ? "" : dialect.typeName(column.type)}`;
  });
  return [id, dialect.typeName(type), generated.operation, ...sources].join("|");
}
