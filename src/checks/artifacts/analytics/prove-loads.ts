import type { Artifact } from "../../../artifacts/artifact.ts";
import { subjectAt } from "../../../artifacts/subject-at.ts";
import type { WarehouseTable } from "../../../design/warehouse/warehouse-table.ts";
import type { Diagnostic } from "../../../diagnostics/diagnostic.ts";
import type { Clickhouse } from "../../../engines/clickhouse.ts";
import { splitClickhouse } from "../../../engines/split-clickhouse.ts";
import { doesNotRun } from "./does-not-run.ts";
import { fingerprint } from "./fingerprint.ts";
import { seedSources, SPANS } from "./seed-sources.ts";
import { starProblems } from "./star-problems.ts";
import { wrongLoad } from "./wrong-load.ts";

const TARGET = /^INSERT INTO (\S+)/;

/** Each load over the first span, the second, and both again: the last one may change nothing. */
export function proveLoads(
  engine: Clickhouse,
  loads: readonly Artifact[],
  tables: readonly WarehouseTable[],
): readonly Diagnostic[] {
  const statements = loads.flatMap((artifact) =>
    splitClickhouse(artifact.text).map(({ text, line }) => ({ artifact, text, line })),
  );
  const targets = statements.map(({ text }) => TARGET.exec(text)?.[1] ?? "");
  engine.run("SYSTEM STOP MERGES");
  seedSources(engine, targets);
  return statements.flatMap(({ artifact, text, line }, index): readonly Diagnostic[] => {
    const locator = { line };
    const subject = subjectAt(artifact, locator);
    const details = { artifact: { path: artifact.path, locator } };
    const table = targets[index] ?? "";
    const refuse = (problem: string) =>
      doesNotRun(subject, { path: artifact.path, problem }, details);
    const prints: string[] = [];
    for (const span of [SPANS.first, SPANS.second, SPANS.both]) {
      engine.run(`SET param_from = '${span.from}'`);
      engine.run(`SET param_until = '${span.until}'`);
      const result = engine.run(text);
      if ("failure" in result) return [refuse(result.failure)];
      const print = fingerprint(engine, table);
      if ("failure" in print) return [refuse(print.failure)];
      prints.push(print.text);
    }
    const problems = [
      ...(prints.at(-1)?.startsWith("0 ") === true ? ["nothing of what is staged arrives"] : []),
      ...(prints.at(-1) === prints.at(-2) ? [] : ["a run over the same rows again changes them"]),
      ...starProblems(engine, table, tables),
    ];
    return problems.map((problem) => wrongLoad(subject, { table, problem }, details));
  });
}
