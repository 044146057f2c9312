import type { Artifact } from "../../../artifacts/artifact.ts";
import type { ParsedStatement } from "../../../engines/parse-sql.ts";
import { parseSql } from "../../../engines/parse-sql.ts";
import type { CheckQuery } from "./check-query.ts";

/** A query as it was parsed, with what the comments above it say. */
export interface ParsedQuery extends CheckQuery {
  /** The element that it is about. */
  readonly subject: string;
  readonly statement: ParsedStatement;
}

/** The queries of a file of checks, each with what the comments above it say. */
export async function readQueries(artifact: Artifact): Promise<readonly ParsedQuery[]> {
  const parsed = await parseSql(artifact.text);
  if ("error" in parsed) return [];
  const lines = artifact.text.split("\n");
  return parsed.statements.map((statement) => {
    const above = lines.slice(0, statement.line).toReversed();
    const said = (pattern: RegExp): string =>
      above.flatMap((line) => pattern.exec(line)?.[1] ?? [])[0] ?? "";
    return { id: said(/^-- check: (\S+)/), subject: said(/^-- on: (\S+)/), artifact, statement };
  });
}
