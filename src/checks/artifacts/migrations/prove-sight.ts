import { subjectAt } from "../../../artifacts/subject-at.ts";
import type { Diagnostic } from "../../../diagnostics/diagnostic.ts";
import type { Database, SqlResult } from "../../../engines/database.ts";
import { queryRows } from "../../../engines/database.ts";
import { checkIsBlind } from "./findings/check-is-blind.ts";
import type { CheckQuery } from "./check-query.ts";

/** How what was made is taken back: inside a transaction, or by one of its own. */
export interface Frame {
  readonly open: string;
  readonly takeBack: string;
  /** Whether several statements in one message give the rows of the last. */
  readonly isOneMessage: boolean;
}

const SAVEPOINT: Frame = {
  open: "SAVEPOINT sight",
  takeBack: "ROLLBACK TO SAVEPOINT sight; RELEASE SAVEPOINT sight",
  isOneMessage: true,
};

/** Makes one bad row in the first way that the types allow; none: nothing is proven. */
export async function proveSight(
  database: Database,
  { id, artifact, statement }: CheckQuery,
  alternatives: readonly string[],
  frame = SAVEPOINT,
): Promise<readonly Diagnostic[]> {
  for (const alternative of alternatives) {
    const result = await look(database, [frame.open, alternative, statement.text], frame);
    await queryRows(database, frame.takeBack);
    if ("failure" in result) continue;
    if (result.rows.length === 1) return [];
    const locator = { line: statement.line };
    const details = { artifact: { path: artifact.path, locator } };
    const args = { check: id, count: result.rows.length };
    return [checkIsBlind(subjectAt(artifact, locator), args, details)];
  }
  return [];
}

async function look(
  database: Database,
  statements: readonly string[],
  { isOneMessage }: Frame,
): Promise<SqlResult> {
  let result: SqlResult = { rows: [] };
  for (const text of isOneMessage ? [statements.join(";\n")] : statements) {
    result = await database.run(text);
    if ("failure" in result) return result;
  }
  return result;
}
