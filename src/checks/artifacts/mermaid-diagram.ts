import { subjectAt } from "../../artifacts/subject-at.ts";
import type { Diagnostic } from "../../diagnostics/diagnostic.ts";
import type { ArtifactCheck } from "../artifact-check.ts";
import { diagramSources } from "./mermaid/diagram-sources.ts";
import { emptyDiagram } from "./mermaid/empty-diagram.ts";
import type { LintProblem } from "./mermaid/lint-problem.ts";
import { lintDiagram } from "./mermaid/lint-diagram.ts";
import { reservedName } from "./mermaid/reserved-name.ts";
import { tooLarge } from "./mermaid/too-large.ts";
import { undefinedClass } from "./mermaid/undefined-class.ts";
import { unsafeDiagram } from "./mermaid/unsafe-diagram.ts";

/** What Mermaid's parser lets through and its renderer fails at, hides or obeys. */
export const mermaidDiagramCheck: ArtifactCheck = {
  cost: "fast",
  check(artifacts) {
    const diagnostics = diagramSources(artifacts).flatMap(({ artifact, text, firstLine }) =>
      lintDiagram(text).map((problem): Diagnostic => {
        const locator = { line: firstLine + problem.line - 1 };
        const location = { artifact: { path: artifact.path, locator } };
        const { what } = problem;
        return REPORTERS[problem.kind](
          subjectAt(artifact, locator),
          { path: artifact.path, what },
          location,
        );
      }),
    );
    return Promise.resolve(diagnostics);
  },
};

const REPORTERS: Readonly<Record<LintProblem["kind"], typeof unsafeDiagram>> = {
  unsafe: unsafeDiagram,
  reserved: reservedName,
  class: undefinedClass,
  empty: emptyDiagram,
  large: tooLarge,
};
