import type { DiagnosticReporter } from "../../../diagnostics/declare-diagnostic.ts";
import type { ArtifactCheck, ArtifactCheckContext } from "../../artifact-check.ts";
import { locate } from "./locate.ts";
import { type OpenapiDocument, parsedDocuments } from "./openapi-documents.ts";
import { shortMessage } from "./short-message.ts";

/** What is wrong at a place of a document, in words that follow its path. */
export interface DocumentProblem {
  readonly pointer: string;
  readonly problem: string;
}

type Report = DiagnosticReporter<{ readonly path: string; readonly problem: string }>;

/** The check that a look at one document after the other makes; a place is named once. */
export function checkDocuments(
  report: Report,
  find: (document: OpenapiDocument, context: ArtifactCheckContext) => readonly DocumentProblem[],
): ArtifactCheck {
  return {
    cost: "fast",
    async check(artifacts, context) {
      return parsedDocuments(artifacts).flatMap((document) => {
        const { artifact } = document;
        const found = new Map(
          find(document, context).map((each) => [`${each.pointer} ${each.problem}`, each] as const),
        );
        return [...found.values()].map(({ pointer, problem }) => {
          const { subject, details } = locate(artifact, pointer);
          const words = { path: artifact.path, problem: shortMessage(problem) };
          return report(subject, words, details);
        });
      });
    },
  };
}
