import type { Diagnostic } from "../../diagnostics/diagnostic.ts";
import { fromFragment } from "./openapi/from-fragment.ts";
import type { ArtifactCheck } from "../artifact-check.ts";
import { locate } from "./openapi/locate.ts";
import { type OpenapiDocument, safeDocuments } from "./openapi/openapi-documents.ts";
import { redocly } from "./openapi/redocly.ts";
import { shortMessage } from "./openapi/short-message.ts";

type Lint = (document: OpenapiDocument) => Promise<readonly Diagnostic[]>;

/** Redocly's strict rules. */
export const openapiRedoclyCheck: ArtifactCheck = {
  cost: "slow",
  async check(artifacts) {
    const documents = safeDocuments(artifacts);
    if (documents.length === 0) return [];
    const lint = await createLint();
    const diagnostics: Diagnostic[] = [];
    for (const document of documents) diagnostics.push(...(await lint(document)));
    return diagnostics;
  },
};

async function createLint(): Promise<Lint> {
  const { createConfig, lintDocument, BaseResolver, Source } =
    await import("@redocly/openapi-core");
  const config = await createConfig({ extends: ["recommended-strict"], telemetry: "off" });
  const resolver = new BaseResolver(config.resolve);
  resolver.loadExternalRef = async (ref) => {
    throw new Error(`external reference refused: ${ref}`);
  };
  return async function lint({ artifact, root }) {
    const { path, text } = artifact;
    function report(pointer: string, rule: string, problem: string, isWarning = false): Diagnostic {
      const { subject, details } = locate(artifact, pointer);
      const args = { path, rule, problem: shortMessage(problem) };
      return redocly(subject, args, { ...details, ...(isWarning ? { severity: "warning" } : {}) });
    }
    try {
      const document = { source: new Source(`/${path}`, text), parsed: structuredClone(root) };
      const problems = await lintDocument({ document, config, externalRefResolver: resolver });
      return problems.map(({ location, ruleId, message, severity }) =>
        report(fromFragment(location[0]?.pointer ?? ""), ruleId, message, severity === "warn"),
      );
    } catch (error) {
      return [report("", "struct", error instanceof Error ? error.message : String(error))];
    }
  };
}
