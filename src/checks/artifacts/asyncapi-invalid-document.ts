import type { Artifact } from "../../artifacts/artifact.ts";
import { subjectAt } from "../../artifacts/subject-at.ts";
import type { Diagnostic } from "../../diagnostics/diagnostic.ts";
import { toPointer } from "../../util/json-pointer.ts";
import type { ArtifactCheck } from "../artifact-check.ts";
import { asyncapiDocuments } from "./asyncapi/asyncapi-documents.ts";
import { invalidDocument } from "./asyncapi/invalid-document.ts";
import { externalReferences } from "./openapi/external-references.ts";
import { locate } from "./openapi/locate.ts";
import { shortMessage } from "./openapi/short-message.ts";

/** The parser's severities: 0 is an error, 1 a warning, the rest is advice. */
const WARNING: number = 1;

/** Only that a newer version of the specification is out. */
const IGNORED = new Set(["asyncapi-latest-version"]);

/** Every AsyncAPI document through the official parser. */
export const asyncapiInvalidDocumentCheck: ArtifactCheck = {
  cost: "slow",
  async check(artifacts) {
    const documents = asyncapiDocuments(artifacts);
    if (documents.length === 0) return [];
    const validate = await createValidator();
    const diagnostics: Diagnostic[] = [];
    for (const document of documents) {
      if ("problem" in document) {
        diagnostics.push(unreadable(document));
      } else if (externalReferences(document.root).length === 0) {
        diagnostics.push(...(await validate(document.artifact, document.root)));
      }
    }
    return diagnostics;
  },
};

async function createValidator() {
  const { Parser } = await import("@asyncapi/parser");
  const refuse = ["file", "http", "https"].map((schema) => ({
    schema,
    order: 1,
    read: () => Promise.reject(new Error("external references are refused")),
  }));
  const parser = new Parser({ __unstable: { resolver: { resolvers: refuse } } });

  return async function validate(
    artifact: Artifact,
    root: Readonly<Record<string, unknown>>,
  ): Promise<readonly Diagnostic[]> {
    const found = await parser.validate(JSON.stringify(root));
    return found
      .map((result) => ({ ...result, severity: result.severity as number }))
      .filter(({ severity, code }) => severity <= WARNING && !IGNORED.has(String(code)))
      .map(({ path, code, message, severity }) => {
        const { subject, details } = locate(artifact, toPointer(path));
        const words = { path: artifact.path, rule: String(code), problem: shortMessage(message) };
        const lower = severity === WARNING ? { severity: "warning" as const } : {};
        return invalidDocument(subject, words, { ...details, ...lower });
      });
  };
}

function unreadable({
  artifact,
  problem,
  line,
}: {
  readonly artifact: Artifact;
  readonly problem: string;
  readonly line: number;
}): Diagnostic {
  const { path } = artifact;
  const words = { path, rule: "yaml", problem: shortMessage(problem) };
  return invalidDocument(subjectAt(artifact), words, { artifact: { path, locator: { line } } });
}
