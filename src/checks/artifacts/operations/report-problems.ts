import type { Artifact } from "../../../artifacts/artifact.ts";
import { subjectAt } from "../../../artifacts/subject-at.ts";
import type { DiagnosticReporter } from "../../../diagnostics/declare-diagnostic.ts";
import type { Diagnostic } from "../../../diagnostics/diagnostic.ts";
import { toPointer } from "../../../util/json-pointer.ts";
import type { Problem } from "./problem.ts";

type Report = DiagnosticReporter<{ readonly path: string; readonly problem: string }>;

/** The problems of an artifact, each about the element that its place comes from. */
export function reportProblems(
  report: Report,
  artifact: Artifact,
  problems: readonly Problem[],
): readonly Diagnostic[] {
  const { path } = artifact;
  return problems.map(({ tokens, problem }) => {
    const locator = { pointer: toPointer(tokens) };
    return report(subjectAt(artifact, locator), { path, problem }, { artifact: { path, locator } });
  });
}
