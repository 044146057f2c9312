import type { Artifact } from "../../artifacts/artifact.ts";
import { subjectAt } from "../../artifacts/subject-at.ts";
import type { Diagnostic } from "../../diagnostics/diagnostic.ts";
import { parseClickhouse } from "../../engines/parse-clickhouse.ts";
import { splitClickhouse } from "../../engines/split-clickhouse.ts";
import type { ArtifactCheck } from "../artifact-check.ts";
import { syntaxError } from "./analytics/syntax-error.ts";

/** Reads every statement of an analytical store with a parser of its dialect. */
export const warehouseSyntaxCheck: ArtifactCheck = {
  cost: "slow",
  async check(artifacts) {
    const diagnostics: Diagnostic[] = [];
    for (const artifact of artifacts.filter(isWarehouse))
      diagnostics.push(...(await problemsOf(artifact)));
    return diagnostics;
  },
};

function isWarehouse({ kind }: Artifact): boolean {
  return kind === "warehouse-schema" || kind === "warehouse-load";
}

async function problemsOf(artifact: Artifact): Promise<readonly Diagnostic[]> {
  const diagnostics: Diagnostic[] = [];
  for (const { text, line } of splitClickhouse(artifact.text)) {
    const problem = await parseClickhouse(text);
    if (problem === undefined) continue;
    const locator = { line: line + problem.line - 1 };
    diagnostics.push(
      syntaxError(
        subjectAt(artifact, locator),
        { path: artifact.path, problem: problem.message },
        { artifact: { path: artifact.path, locator } },
      ),
    );
  }
  return diagnostics;
}
