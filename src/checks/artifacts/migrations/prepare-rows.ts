import type { Database, SqlRow } from "../../../engines/database.ts";
import { queryRows } from "../../../engines/database.ts";
import type { Dialect } from "../../../sql/dialects/dialect.ts";
import type { RelationalModel } from "../../../sql/relational-model.ts";
import type { ParsedQuery } from "./read-queries.ts";
import { seedLiteral } from "./insert-seed.ts";
import type { Seed } from "./seed-rows.ts";

/**
 * Does what a team does when a check before a migration returns rows: gives values that are missing,
 * and takes away what breaks a new rule, with all that refers to it. Whether tables were emptied.
 */
export async function prepareRows(
  database: Database,
  dialect: Dialect,
  after: RelationalModel,
  seed: Seed,
  query: ParsedQuery,
): Promise<boolean> {
  const rows = await queryRows(database, query.statement.text);
  const [first] = rows;
  if (first === undefined) return false;
  const { table, column } = placeOf(first);
  const owner = after.tables.find(({ columns }) =>
    columns.some(({ subject }) => subject === query.subject),
  );
  const target = owner?.columns.find(({ subject }) => subject === query.subject);
  const value = owner && target && seed.rows.get(owner.id)?.[0]?.[target.id];
  if (query.id.endsWith(".missing") && owner && target && value !== undefined) {
    const literal = seedLiteral(dialect, owner, target.id, value);
    const name = dialect.identifier(column);
    const fill = `UPDATE ${dialect.identifier(table)} SET ${name} = ${literal} WHERE ${name} IS NULL`;
    const filled = await database.run(fill);
    const left = "failure" in filled ? rows : await queryRows(database, query.statement.text);
    if (left.length === 0) return false;
  }
  await queryRows(database, `TRUNCATE ${dialect.identifier(table)} CASCADE`);
  return true;
}

function placeOf({ object }: SqlRow): { readonly table: string; readonly column: string } {
  const [table = "", column = ""] = String(object).split(".");
  return { table, column };
}
