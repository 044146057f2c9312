import type { Artifact } from "../../artifacts/artifact.ts";
import { subjectAt } from "../../artifacts/subject-at.ts";
import type { Diagnostic } from "../../diagnostics/diagnostic.ts";
import type { ArtifactCheck } from "../artifact-check.ts";
import { contextFiles } from "./migrations/context-files.ts";
import { engineOfFiles } from "./migrations/engine-of-files.ts";
import { syntaxError } from "./migrations/findings/syntax-error.ts";
import { parseSql } from "../../engines/parse-sql.ts";

/** Reads every SQL file for PostgreSQL with the engine's own parser. */
export const sqlSyntaxCheck: ArtifactCheck = { cost: "slow", check };

/** Beside SQL files: what a schema is in JSON, and how a runner treats a file. */
const NOT_SQL: ReadonlySet<Artifact["kind"]> = new Set(["sql-snapshot", "sql-runner"]);

async function check(artifacts: readonly Artifact[]): Promise<readonly Diagnostic[]> {
  const others = new Set(
    contextFiles(artifacts)
      .filter((files) => engineOfFiles(files) !== "postgresql")
      .map(({ context }) => context),
  );
  const files = artifacts.filter(
    ({ kind, context }) =>
      kind.startsWith("sql-") && !NOT_SQL.has(kind) && !others.has(context ?? ""),
  );
  return (await Promise.all(files.map(checkFile))).flat();
}

async function checkFile(artifact: Artifact): Promise<readonly Diagnostic[]> {
  const parsed = await parseSql(artifact.text);
  if (!("error" in parsed)) return [];
  const locator = { line: parsed.line };
  const details = { artifact: { path: artifact.path, locator } };
  return [syntaxError(subjectAt(artifact, locator), { reason: parsed.error }, details)];
}
