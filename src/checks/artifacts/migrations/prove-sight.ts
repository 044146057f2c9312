import { subjectAt } from "../../../artifacts/subject-at.ts";
import type { Diagnostic } from "../../../diagnostics/diagnostic.ts";
import type { Database } from "../../../engines/database.ts";
import { queryRows } from "../../../engines/database.ts";
import { checkIsBlind } from "./findings/check-is-blind.ts";
import type { CheckQuery } from "./check-query.ts";

/** How what was made is taken back: inside a transaction, or by one of its own. */
export interface Frame {
  readonly open: string;
  readonly takeBack: string;
}

const SAVEPOINT: Frame = {
  open: "SAVEPOINT sight",
  takeBack: "ROLLBACK TO SAVEPOINT sight; RELEASE SAVEPOINT sight",
};

/** Makes one bad row in the first way that the types allow; none: nothing is proven. */
export async function proveSight(
  database: Database,
  { id, artifact, statement }: CheckQuery,
  alternatives: readonly string[],
  frame = SAVEPOINT,
): Promise<readonly Diagnostic[]> {
  for (const alternative of alternatives) {
    await queryRows(database, frame.open);
    const broken = await database.run(alternative);
    const result = "failure" in broken ? broken : await database.run(statement.text);
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
