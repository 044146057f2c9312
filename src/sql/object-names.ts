import pluralize from "pluralize";
import { toSnake, uniqueName } from "../util/naming.ts";

/** PostgreSQL keeps 63 bytes of a name; the rest is room for the number of a duplicate. */
const LONGEST = 58;

/** Names that PostgreSQL or SQLite give to columns that every table has. */
const SYSTEM_COLUMNS = [
  "cmax",
  "cmin",
  "ctid",
  "oid",
  "rowid",
  "tableoid",
  "xmax",
  "xmin",
] as const;

/** Hands out names that are unique, short enough and not the system's own. */
export interface ObjectNames {
  table(name: string): string;
  /** A constraint or an index: `orders_customer_id_fkey`. */
  object(parts: readonly string[], ending: string): string;
}

/** Names of the tables, indexes and constraints of one schema: one name space for all dialects. */
export function createObjectNames(): ObjectNames {
  const taken = new Set<string>();
  function take(base: string): string {
    const name = uniqueName(base, taken, "_");
    taken.add(name);
    return name;
  }
  return {
    table: (name) => take(ownName(pluralOf(toSnake(name))).slice(0, LONGEST)),
    object(parts, ending) {
      const body = parts.join("_").slice(0, LONGEST - ending.length - 1);
      // The number stands before the ending: PostgreSQL 18 appends its own (`_fkey_2`) to what it
      // makes on the partitions of a referenced table.
      const isTaken = { has: (name: string) => taken.has(`${name}_${ending}`) };
      return take(`${uniqueName(body, isTaken, "_")}_${ending}`);
    },
  };
}

/** The column names of one table, by id of the field. */
export function columnNames(
  fields: readonly { readonly id: string; readonly name: string }[],
): ReadonlyMap<string, string> {
  const taken = new Set<string>(SYSTEM_COLUMNS);
  const names = new Map<string, string>();
  for (const field of fields) {
    const name = uniqueName(toSnake(field.name).slice(0, LONGEST), taken, "_");
    taken.add(name);
    names.set(field.id, name);
  }
  return names;
}

/** A table holds many: `order_line` → `order_lines`. Also keeps clear of `order`, `user`, `group`. */
function pluralOf(snake: string): string {
  const words = snake.split("_");
  return [...words.slice(0, -1), pluralize.plural(words.at(-1) ?? "")].join("_");
}

/** `pg_` and `sqlite_` belong to the system: PostgreSQL would find `pg_indexes` in its catalogue. */
function ownName(name: string): string {
  return /^(?:pg|sqlite)_/.test(name) ? `x_${name}` : name;
}
