import { subjectAt } from "../../artifacts/subject-at.ts";
import type { Diagnostic } from "../../diagnostics/diagnostic.ts";
import type { ArtifactCheck } from "../artifact-check.ts";
import type { DiagramSource } from "./mermaid/diagram-sources.ts";
import { diagramSources } from "./mermaid/diagram-sources.ts";
import { invalidSyntax } from "./mermaid/invalid-syntax.ts";
import { parseDiagram } from "./mermaid/parse-diagram.ts";

/** Mermaid's own parser over every diagram, of the diagram files and of the Markdown fences. */
export const mermaidSyntaxCheck: ArtifactCheck = {
  cost: "slow",
  async check(artifacts) {
    const diagnostics: Diagnostic[] = [];
    // One at a time: the parsers of Mermaid keep their state in modules.
    for (const source of diagramSources(artifacts)) {
      const problem = await parseDiagram(source.text);
      if (problem !== undefined) diagnostics.push(report(source, problem));
    }
    return diagnostics;
  },
};

function report(
  { artifact, firstLine }: DiagramSource,
  problem: { readonly message: string; readonly line?: number },
): Diagnostic {
  const locator = { line: firstLine + (problem.line ?? 1) - 1 };
  return invalidSyntax(
    subjectAt(artifact, locator),
    { path: artifact.path, problem: problem.message },
    { artifact: { path: artifact.path, locator } },
  );
}
