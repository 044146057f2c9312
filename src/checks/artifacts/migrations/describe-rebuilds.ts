import type { Database } from "../../../engines/database.ts";
import { queryRows } from "../../../engines/database.ts";
import { splitSql } from "../../../engines/split-sql.ts";
import type { MigrationFiles } from "./context-files.ts";

/**
 * What the newest migration does to others, as SQLite has done it: the tables that it wrote anew,
 * which begin on another page of the file than before. Wants an empty database.
 */
export async function describeRebuilds(
  database: Database,
  migrations: readonly MigrationFiles[],
): Promise<readonly string[]> {
  let before = await rootPages(database);
  let after = before;
  for (const { up } of migrations) {
    before = after;
    for (const { text } of splitSql(up.text, { backslash: false })) {
      if ("failure" in (await database.run(text))) return [];
    }
    after = await rootPages(database);
  }
  const newest = migrations.at(-1);
  if (newest === undefined) return [];
  const moved = [...after].filter(([name, page]) => (before.get(name) ?? page) !== page);
  const rebuilt = moved.map(([name]) => `writes ${name} anew`);
  const effect = ["one transaction: other writers wait", ...rebuilt].join(", ");
  return [`${newest.up.path}: ${effect}`];
}

async function rootPages(database: Database): Promise<ReadonlyMap<string, string>> {
  const rows = await queryRows(
    database,
    "SELECT name, rootpage FROM sqlite_schema WHERE type = 'table' AND substr(name, 1, 7) <> 'sqlite_'",
  );
  return new Map(rows.map(({ name, rootpage }) => [String(name), String(rootpage)]));
}
