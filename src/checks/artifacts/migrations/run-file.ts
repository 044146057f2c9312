import type { Artifact } from "../../../artifacts/artifact.ts";
import { subjectAt } from "../../../artifacts/subject-at.ts";
import type { Diagnostic } from "../../../diagnostics/diagnostic.ts";
import type { Database, SqlFailure } from "../../../engines/database.ts";
import { doesNotRun } from "./findings/does-not-run.ts";
import { syntaxError } from "./findings/syntax-error.ts";
import { parseSql } from "../../../engines/parse-sql.ts";
import type { SqlPart } from "../../../engines/split-sql.ts";

/** Runs a file statement by statement; the finding names the one that failed. */
export async function runFile(
  database: Database,
  artifact: Artifact,
): Promise<Diagnostic | undefined> {
  const parsed = await parseSql(artifact.text);
  if ("error" in parsed) {
    const locator = { line: parsed.line };
    const details = { artifact: { path: artifact.path, locator } };
    return syntaxError(subjectAt(artifact, locator), { reason: parsed.error }, details);
  }
  for (const statement of parsed.statements) {
    const result = await database.run(statement.text);
    if (!("failure" in result)) continue;
    await database.run("ROLLBACK");
    return describeFailure(artifact, statement, result.failure);
  }
  return undefined;
}

/** `migrations/does-not-run` at the line that the engine means. */
export function describeFailure(
  artifact: Artifact,
  statement: SqlPart,
  failure: SqlFailure,
): Diagnostic {
  const locator = { line: statement.line + lineInside(statement.text, failure) };
  const { path } = artifact;
  const args = { path, statement: summarise(statement.text), reason: failure.message };
  return doesNotRun(subjectAt(artifact, locator), args, { artifact: { path, locator } });
}

/** Lines after the first: by the engine's position, else by a name that its message quotes. */
function lineInside(text: string, { message, position }: SqlFailure): number {
  if (position !== undefined) {
    return Array.from(text).slice(0, position).join("").split("\n").length - 1;
  }
  const lines = text.split("\n");
  for (const [, name = ""] of message.matchAll(/"([^"]+)"/g)) {
    const isNamed = new RegExp(`(?<![\\w])${name.replace(/[^\w]/g, "\\$&")}(?![\\w])`);
    const found = lines.findIndex((line, index) => index > 0 && isNamed.test(line));
    if (found > 0) return found;
  }
  return 0;
}

function summarise(text: string): string {
  const line = text.replace(/\s+/g, " ").trim();
  return line.length > 120 ? `${line.slice(0, 119)}…` : line;
}
