import { assertNever } from "../../../util/assert-never.ts";
import type { Field } from "../../../design/design.ts";
import { rowSize } from "../../../design/capacity/row-size.ts";
import type { Database } from "../../../engines/database.ts";
import { queryRows } from "../../../engines/database.ts";
import type { AccessPath } from "../../../sql/access-path.ts";
import type { Dialect } from "../../../sql/dialects/dialect.ts";
import type { RelationalModel, Table } from "../../../sql/relational-model.ts";

/** How many rows share a value that points to something elsewhere. A guess, and a usual one. */
const ROWS_PER_OWNER = 10;

/** Share of the rows of a table that are not deleted. */
const MOSTLY_LIVING = 0.9;

/**
 * Lets the planner believe that each table that is read holds the rows that the Design states.
 * How many values a column has follows from what the Design says of it: keys, the rows of the
 * table that it points to, the values of an enumeration. Where it says nothing, PostgreSQL's own
 * guess stands (200 values).
 */
export async function restoreStatistics(
  database: Database,
  dialect: Dialect,
  model: RelationalModel,
  paths: readonly AccessPath[],
): Promise<void> {
  const entities = new Map(paths.map(({ entity }) => [entity.id, entity]));
  const rowsOf = (id: string): number | undefined => entities.get(id)?.rows.value;
  for (const table of model.tables) {
    const entity = entities.get(table.id);
    if (entity === undefined) continue;
    const leaves = await leavesOf(database, dialect, table);
    const rows = Math.max(1, Math.ceil(entity.rows.value / leaves.length));
    const width = Math.max(1, Math.round(rowSize(entity).row / entity.fields.length));
    for (const leaf of leaves) {
      await restore(database, dialect, leaf, "relation", [
        ["relpages", "1::integer"],
        ["reltuples", `${rows}::real`],
      ]);
      for (const field of entity.fields) {
        const column = table.columns.find(({ id }) => id === field.id);
        const distinct = distinctValues(field, table, rows, rowsOf);
        if (column === undefined || distinct === undefined) continue;
        await restore(database, dialect, leaf, "attribute", [
          ["attname", `${dialect.literal(column.name)}::text`],
          ["inherited", "false"],
          ["null_frac", `${field.id === entity.softDelete ? MOSTLY_LIVING : 0}::real`],
          ["avg_width", `${width}::integer`],
          ["n_distinct", `(${distinct})::real`],
        ]);
      }
    }
  }
}

/** As PostgreSQL counts them: negative is a share of the rows, which grows with the table. */
function distinctValues(
  field: Field,
  table: Table,
  rows: number,
  rowsOf: (table: string) => number | undefined,
): number | undefined {
  const keys = [table.primaryKey, ...table.uniqueKeys].flatMap((key) => key?.columns ?? []);
  const isAlone = [table.primaryKey, ...table.uniqueKeys].some(
    (key) => key?.columns.length === 1 && key.columns[0] === field.id,
  );
  if (isAlone) return -1;
  const target = table.foreignKeys.find(({ column }) => column === field.id)?.table;
  const targetRows = target === undefined ? undefined : rowsOf(target);
  if (targetRows !== undefined) return -Math.min(1, Math.max(1, targetRows) / rows);
  switch (field.type) {
    case "boolean":
      return 2;
    case "enum":
      return field.enumValues?.length ?? 2;
    case "timestamp":
      return -1;
    case "uuid":
      return -1 / ROWS_PER_OWNER;
    case "string":
    case "integer":
    case "bigint":
      return keys.includes(field.id) ? -1 / ROWS_PER_OWNER : undefined;
    case "text":
    case "decimal":
    case "date":
    case "time":
    case "json":
    case "binary":
      return undefined;
    default:
      return assertNever(field.type);
  }
}

/** The table itself, or its partitions: a partitioned table has no rows of its own. */
async function leavesOf(
  database: Database,
  dialect: Dialect,
  table: Table,
): Promise<readonly string[]> {
  const name = dialect.literal(dialect.identifier(table.name));
  const rows = await queryRows(
    database,
    `SELECT c.relname AS name FROM pg_partition_tree(${name}::regclass) t JOIN pg_class c ON c.oid = t.relid WHERE t.isleaf ORDER BY 1`,
  );
  const leaves = rows.flatMap(({ name: leaf }) => (typeof leaf === "string" ? [leaf] : []));
  return leaves.length === 0 ? [table.name] : leaves;
}

/** A named argument of the restoring function, and its value as SQL. */
type Argument = readonly [name: string, value: string];

async function restore(
  database: Database,
  dialect: Dialect,
  relation: string,
  what: "relation" | "attribute",
  values: readonly Argument[],
): Promise<void> {
  const relname: Argument = ["relname", `${dialect.literal(relation)}::text`];
  const all: readonly Argument[] = [["schemaname", "current_schema()::text"], relname, ...values];
  const pairs = all.map(([name, value]) => `'${name}', ${value}`).join(", ");
  await queryRows(database, `SELECT pg_restore_${what}_stats(${pairs})`);
}
