import type { Artifact } from "../../../artifacts/artifact.ts";
import type { Database } from "../../../engines/database.ts";
import { splitSql } from "../../../engines/split-sql.ts";
import type { ServerManner } from "./server-manners.ts";

/** What an engine has done with one ALTER TABLE. */
export interface MeasuredAlter {
  readonly path: string;
  readonly line: number;
  readonly text: string;
  /** The strictest way that it did not refuse; `undefined` where it names none. */
  readonly manner?: ServerManner;
}

const ALTER = /^\s*ALTER TABLE\b/i;
const RENAME = /^\s*ALTER TABLE `(?:[^`]|``)+` RENAME TO /i;

/** SQLSTATE of "this algorithm or lock is not supported for the operation" (errors 1845 and 1846). */
const REFUSED = "0A000";

/**
 * Runs a file; each ALTER TABLE in the strictest way that the engine accepts, whatever the file says.
 * MySQL and MariaDB decide by definitions and not by rows, so empty tables show it.
 */
export async function measureAlters(
  database: Database,
  { path, text }: Artifact,
  manners: readonly ServerManner[],
): Promise<readonly MeasuredAlter[]> {
  const measured: MeasuredAlter[] = [];
  for (const statement of splitSql(text, { backslash: true })) {
    const { line } = statement;
    // A rename by itself takes no word about its way; it changes a name.
    if (!ALTER.test(statement.text) || RENAME.test(statement.text)) {
      const result = await database.run(statement.text);
      if ("failure" in result) return measured;
      continue;
    }
    const bare = statement.text.replace(/,\s*ALGORITHM=\w+, LOCK=\w+\s*$/, "");
    const taken = await strictest(database, bare, manners);
    if (taken === "failed") return measured;
    measured.push({ path, line, text: bare, ...(taken === undefined ? {} : { manner: taken }) });
  }
  return measured;
}

async function strictest(
  database: Database,
  statement: string,
  manners: readonly ServerManner[],
): Promise<ServerManner | "failed" | undefined> {
  for (const manner of manners) {
    const result = await database.run(`${statement}, ${manner.clause}`);
    if (!("failure" in result)) return manner;
    if (result.failure.code !== REFUSED) break;
  }
  return "failure" in (await database.run(statement)) ? "failed" : undefined;
}
