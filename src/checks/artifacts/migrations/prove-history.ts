import type { Diagnostic } from "../../../diagnostics/diagnostic.ts";
import type { Database } from "../../../engines/database.ts";
import { queryRows } from "../../../engines/database.ts";
import { columnName } from "../../../sql/check-expression.ts";
import type { Dialect } from "../../../sql/dialects/dialect.ts";
import type { RelationalModel } from "../../../sql/relational-model.ts";
import { historyNotKept } from "./findings/history-not-kept.ts";

/** Who changes rows in the proof. */
const ACTOR = "groundplan-proof";

/** Changes all rows of a table that keeps its history and looks for their earlier versions. */
export async function proveHistory(
  database: Database,
  dialect: Dialect,
  model: RelationalModel,
): Promise<readonly Diagnostic[]> {
  const found: Diagnostic[] = [];
  for (const table of model.tables) {
    const { history, primaryKey } = table;
    const [key] = primaryKey?.columns ?? [];
    if (history === undefined || key === undefined) continue;
    const own = dialect.identifier(table.name);
    const column = dialect.identifier(columnName(table, key));
    const actor = dialect.literal(ACTOR);
    const kept = `SELECT count(*) FROM ${dialect.identifier(history.into)} WHERE ${dialect.identifier(history.own.by)} = ${actor}`;
    await database.run("SAVEPOINT history");
    const [rows] = await queryRows(database, `SELECT count(*) FROM ${own}`);
    const changed = await database.run(
      `SELECT set_config('app.user_id', ${actor}, true); UPDATE ${own} SET ${column} = ${column}`,
    );
    const versions = "failure" in changed ? changed : await database.run(kept);
    await database.run("ROLLBACK TO SAVEPOINT history; RELEASE SAVEPOINT history");
    const reason =
      "failure" in versions
        ? versions.failure.message
        : Number(versions.rows[0]?.["count"]) === Number(rows?.["count"])
          ? undefined
          : `${String(rows?.["count"])} rows were changed and ${String(versions.rows[0]?.["count"])} earlier versions kept`;
    if (reason !== undefined) {
      found.push(historyNotKept(history.subject, { table: table.name, reason }));
    }
  }
  return found;
}
