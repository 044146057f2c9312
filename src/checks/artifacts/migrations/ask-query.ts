import { subjectAt } from "../../../artifacts/subject-at.ts";
import type { Diagnostic } from "../../../diagnostics/diagnostic.ts";
import type { Database } from "../../../engines/database.ts";
import type { CheckQuery } from "./check-query.ts";
import { checkFails } from "./findings/check-fails.ts";
import { describeFailure } from "./run-file.ts";

/** The finding where a query of a check does not run, or finds fault with good rows. */
export async function askQuery(
  database: Database,
  { id, artifact, statement }: CheckQuery,
): Promise<Diagnostic | undefined> {
  const result = await database.run(statement.text);
  if ("failure" in result) return describeFailure(artifact, statement, result.failure);
  const [row] = result.rows;
  if (row === undefined) return undefined;
  const locator = { line: statement.line };
  const details = { artifact: { path: artifact.path, locator } };
  return checkFails(subjectAt(artifact, locator), { check: id, row: JSON.stringify(row) }, details);
}
