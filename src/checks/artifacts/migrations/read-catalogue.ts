import type { Database, SqlRow } from "../../../engines/database.ts";
import { queryRows } from "../../../engines/database.ts";

/** One thing in the database, as the engine's catalogue describes it. */
export interface CatalogueEntry {
  readonly table: string;
  /** Column, constraint or index; the table itself where it is left out. */
  readonly name?: string;
  /** All there is to compare, in words. */
  readonly text: string;
}

/** By text, so that two catalogues are the same when their keys are. */
export type Catalogue = ReadonlyMap<string, CatalogueEntry>;

const SCHEMA = "(SELECT oid FROM pg_namespace WHERE nspname = current_schema())";

/**
 * Everything in the current schema but the order of columns, which a migration cannot choose.
 * `NOT NULL` is read off the columns: since PostgreSQL 18 it is a constraint with a name as well.
 */
export async function readCatalogue(database: Database): Promise<Catalogue> {
  const rows = (
    await Promise.all(
      [TABLES, PARTITIONS, COLUMNS, CONSTRAINTS, INDEXES, POLICIES, TRIGGERS, OTHERS].map((sql) =>
        queryRows(database, sql),
      ),
    )
  ).flat();
  return new Map(rows.map(toEntry).map((entry) => [entry.text, entry]));
}

const TABLES = `
  SELECT c.relname AS "table", NULL AS name,
    format('table %s (%s)%s%s%s', c.relname, c.relkind,
      coalesce(' partition by ' || pg_get_partkeydef(c.oid), ''),
      CASE WHEN c.relrowsecurity THEN ' row security' ELSE '' END || CASE WHEN c.relforcerowsecurity THEN ' forced' ELSE '' END,
      coalesce(' comment ' || quote_literal(obj_description(c.oid, 'pg_class')), '')) AS text
  FROM pg_class c WHERE c.relnamespace = ${SCHEMA} AND c.relkind IN ('r', 'p') AND NOT c.relispartition`;

/** By their bounds: columns, keys and indexes are those of the table, their names the engine's. */
const PARTITIONS = `
  SELECT p.relname AS "table", c.relname AS name,
    format('partition of %s %s', p.relname, pg_get_expr(c.relpartbound, c.oid)) AS text
  FROM pg_class c JOIN pg_inherits i ON i.inhrelid = c.oid JOIN pg_class p ON p.oid = i.inhparent
  WHERE c.relnamespace = ${SCHEMA} AND c.relispartition AND c.relkind IN ('r', 'p')`;

const COLUMNS = `
  SELECT c.relname AS "table", a.attname AS name,
    format('column %s.%s %s%s%s%s%s', c.relname, a.attname, format_type(a.atttypid, a.atttypmod),
      CASE WHEN a.attnotnull THEN ' not null' ELSE '' END,
      coalesce(CASE WHEN a.attgenerated = '' THEN ' default ' ELSE ' generated ' || a.attgenerated::text || ' ' END || pg_get_expr(d.adbin, d.adrelid), ''),
      CASE WHEN a.attidentity <> '' THEN ' identity ' || a.attidentity::text ELSE '' END,
      coalesce(' comment ' || quote_literal(col_description(c.oid, a.attnum)), '')) AS text
  FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid
  LEFT JOIN pg_attrdef d ON d.adrelid = c.oid AND d.adnum = a.attnum
  WHERE c.relnamespace = ${SCHEMA} AND c.relkind IN ('r', 'p')
    AND NOT c.relispartition AND a.attnum > 0 AND NOT a.attisdropped`;

const CONSTRAINTS = `
  SELECT c.relname AS "table", k.conname AS name,
    format('constraint %s on %s: %s%s%s', k.conname, c.relname, pg_get_constraintdef(k.oid),
      CASE WHEN k.convalidated THEN '' ELSE ' (not validated)' END,
      coalesce(' comment ' || quote_literal(obj_description(k.oid, 'pg_constraint')), '')) AS text
  FROM pg_constraint k JOIN pg_class c ON c.oid = k.conrelid
  WHERE k.connamespace = ${SCHEMA} AND k.conparentid = 0 AND NOT c.relispartition AND k.contype IN ('p', 'u', 'f', 'c', 'x')`;

const INDEXES = `
  SELECT t.relname AS "table", c.relname AS name,
    format('index %s: %s%s%s', c.relname, pg_get_indexdef(c.oid),
      CASE WHEN i.indisvalid THEN '' ELSE ' (invalid)' END,
      coalesce(' comment ' || quote_literal(obj_description(c.oid, 'pg_class')), '')) AS text
  FROM pg_index i JOIN pg_class c ON c.oid = i.indexrelid JOIN pg_class t ON t.oid = i.indrelid
  WHERE c.relnamespace = ${SCHEMA} AND NOT t.relispartition`;

const POLICIES = `
  SELECT c.relname AS "table", p.polname AS name,
    format('policy %s on %s for %s using %s check %s', p.polname, c.relname, p.polcmd,
      pg_get_expr(p.polqual, p.polrelid), pg_get_expr(p.polwithcheck, p.polrelid)) AS text
  FROM pg_policy p JOIN pg_class c ON c.oid = p.polrelid WHERE c.relnamespace = ${SCHEMA}`;

const TRIGGERS = `
  SELECT c.relname AS "table", t.tgname AS name, pg_get_triggerdef(t.oid) AS text
  FROM pg_trigger t JOIN pg_class c ON c.oid = t.tgrelid
  WHERE c.relnamespace = ${SCHEMA} AND NOT t.tgisinternal AND NOT c.relispartition`;

/** Views, sequences and types: none is ours, so none may be left behind. Functions by their text. */
const OTHERS = `
  SELECT '' AS "table", NULL AS name, format('%s %s', c.relkind, c.relname) AS text
  FROM pg_class c WHERE c.relnamespace = ${SCHEMA} AND c.relkind NOT IN ('r', 'p', 'i', 'I', 't')
  UNION ALL
  SELECT '', NULL, format('type %s', t.typname) FROM pg_type t
  WHERE t.typnamespace = ${SCHEMA} AND t.typtype IN ('d', 'e', 'r')
  UNION ALL
  SELECT '', NULL, format('function %s %s', p.proname, p.prosrc) FROM pg_proc p WHERE p.pronamespace = ${SCHEMA}`;

function toEntry(row: SqlRow): CatalogueEntry {
  const { table, name, text } = row;
  return {
    table: String(table),
    text: String(text),
    ...(typeof name === "string" ? { name } : {}),
  };
}
