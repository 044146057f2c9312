import type { ArtifactCheck } from "../artifact-check.ts";
import { fromFragment } from "./openapi/from-fragment.ts";
import type { Lint } from "./openapi/lint-documents.ts";
import { lintDocuments } from "./openapi/lint-documents.ts";
import { redocly } from "./openapi/redocly.ts";

/** Redocly's strict rules. */
export const openapiRedoclyCheck: ArtifactCheck = {
  cost: "slow",
  check: lintDocuments(redocly, "struct", createLint),
};

async function createLint(): Promise<Lint> {
  const { createConfig, lintDocument, BaseResolver, Source } =
    await import("@redocly/openapi-core");
  const config = await createConfig({ extends: ["recommended-strict"], telemetry: "off" });
  const resolver = new BaseResolver(config.resolve);
  resolver.loadExternalRef = async (ref) => {
    throw new Error(`external reference refused: ${ref}`);
  };
  return async function lint({ artifact: { path, text }, root }) {
    const document = { source: new Source(`/${path}`, text), parsed: structuredClone(root) };
    const problems = await lintDocument({ document, config, externalRefResolver: resolver });
    return problems.map(({ location, ruleId, message, severity }) => ({
      pointer: fromFragment(location[0]?.pointer ?? ""),
      rule: ruleId,
      problem: message,
      isWarning: severity === "warn",
    }));
  };
}
