import type { Database } from "../../../engines/database.ts";
import type { Dialect } from "../../../sql/dialects/dialect.ts";
import { mariadbManners, mysqlManners } from "./server-manners.ts";
import type { MigrationFiles } from "./context-files.ts";
import { measureAlters } from "./measure-alters.ts";
import { summariseStatement } from "./summarise-statement.ts";

/**
 * What each ALTER TABLE of the newest migration does to others, one line each: the algorithm and the
 * lock that the server took. Wants an empty database.
 */
export async function describeAlters(
  database: Database,
  { id }: Dialect,
  migrations: readonly MigrationFiles[],
): Promise<readonly string[]> {
  const manners = id === "mariadb" ? mariadbManners : mysqlManners;
  const lines: string[] = [];
  for (const [index, { up }] of migrations.entries()) {
    const measured = await measureAlters(database, up, manners);
    if (index < migrations.length - 1) continue;
    for (const { path, line, text, manner } of measured) {
      if (manner === undefined) continue;
      const { clause, effect } = manner;
      lines.push(`${path}:${line} ${summariseStatement(text)}: ${clause} (${effect})`);
    }
  }
  return lines;
}
