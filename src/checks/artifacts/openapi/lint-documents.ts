import type { Artifact } from "../../../artifacts/artifact.ts";
import type { Diagnostic } from "../../../diagnostics/diagnostic.ts";
import type { DiagnosticReporter } from "../../../diagnostics/declare-diagnostic.ts";
import type { ArtifactCheck } from "../../artifact-check.ts";
import { locate } from "./locate.ts";
import type { OpenapiDocument } from "./openapi-documents.ts";
import { safeDocuments } from "./openapi-documents.ts";
import { shortMessage } from "./short-message.ts";

/** What a linter says about a place in a document. */
export interface LintProblem {
  readonly pointer: string;
  readonly rule: string;
  readonly problem: string;
  readonly isWarning: boolean;
}

/** A linter of one document. It throws where it cannot read the document. */
export type Lint = (document: OpenapiDocument) => Promise<readonly LintProblem[]>;

type Report = DiagnosticReporter<{
  readonly path: string;
  readonly rule: string;
  readonly problem: string;
}>;

/**
 * The check that a linter nobody here wrote makes: loaded once there is something to read, one
 * document after the other. That it gave up is a problem of the document, under the rule `failed`.
 */
export function lintDocuments(
  report: Report,
  failed: string,
  createLint: () => Promise<Lint>,
): ArtifactCheck["check"] {
  return async function check(artifacts) {
    const documents = safeDocuments(artifacts);
    if (documents.length === 0) return [];
    const lint = await createLint();
    const diagnostics: Diagnostic[] = [];
    for (const document of documents) {
      for (const problem of await problemsOf(lint, document, failed)) {
        diagnostics.push(toDiagnostic(report, document.artifact, problem));
      }
    }
    return diagnostics;
  };
}

async function problemsOf(
  lint: Lint,
  document: OpenapiDocument,
  failed: string,
): Promise<readonly LintProblem[]> {
  try {
    return await lint(document);
  } catch (error) {
    const problem = error instanceof Error ? error.message : String(error);
    return [{ pointer: "", rule: failed, problem, isWarning: false }];
  }
}

function toDiagnostic(
  report: Report,
  artifact: Artifact,
  { pointer, rule, problem, isWarning }: LintProblem,
): Diagnostic {
  const { subject, details } = locate(artifact, pointer);
  const words = { path: artifact.path, rule, problem: shortMessage(problem) };
  return report(subject, words, { ...details, ...(isWarning ? { severity: "warning" } : {}) });
}
