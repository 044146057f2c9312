import type { RulesetDefinition } from "@stoplight/spectral-core";
import type { Diagnostic } from "../../diagnostics/diagnostic.ts";
import { toPointer } from "../../util/json-pointer.ts";
import type { ArtifactCheck } from "../artifact-check.ts";
import { locate } from "./openapi/locate.ts";
import { type OpenapiDocument, safeDocuments } from "./openapi/openapi-documents.ts";
import { shortMessage } from "./openapi/short-message.ts";
import { spectral } from "./openapi/spectral.ts";

/** The one rule that is about the data of examples. */
const MEDIA_EXAMPLE = "oas3-valid-media-example";

type Lint = (document: OpenapiDocument) => Promise<readonly Diagnostic[]>;

/** Severity of Spectral: 0 is an error, and what comes after a warning is no finding. */
const WARNING: number = 1;

/** Spectral's rules for OpenAPI. */
export const openapiSpectralCheck: ArtifactCheck = {
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
  const [{ default: core }, { default: rulesets }, { default: parsers }, { default: resolvers }] =
    await Promise.all([
      import("@stoplight/spectral-core"),
      import("@stoplight/spectral-rulesets"),
      import("@stoplight/spectral-parsers"),
      import("@stoplight/spectral-ref-resolver"),
    ]);
  // Without readers for schemes it can follow references inside the document only.
  const engine = new core.Spectral({ resolver: new resolvers.Resolver({ resolvers: {} }) });
  // Its own types do not fit together: the formats of the one package are not those of the other.
  engine.setRuleset({ extends: [rulesets.oas as RulesetDefinition] });
  return async function lint({ artifact, root }) {
    const { path } = artifact;
    function report(pointer: string, rule: string, problem: string, isWarning = false): Diagnostic {
      const { subject, details } = locate(artifact, pointer);
      const args = { path, rule, problem: shortMessage(problem) };
      return spectral(subject, args, { ...details, ...(isWarning ? { severity: "warning" } : {}) });
    }
    try {
      const document = new core.Document(JSON.stringify(root), parsers.Json, `/${path}`);
      const results = await engine.run(document);
      return results
        .map((result) => ({ ...result, severity: result.severity as number }))
        .filter(({ severity }) => severity <= WARNING)
        .filter(({ path: place, code }) => code === MEDIA_EXAMPLE || !isInExample(place))
        .map(({ path: place, code, message, severity }) =>
          report(toPointer(place), String(code), message, severity === WARNING),
        );
    } catch (error) {
      return [report("", "engine", error instanceof Error ? error.message : String(error))];
    }
  };
}

/** Other rules search the whole document and take data for a schema or a text where it looks like one. */
function isInExample(place: readonly (string | number)[]): boolean {
  return place.some((token, index) => {
    if (place[index - 1] === "properties") return false;
    return token === "example" || (token === "examples" && place[index + 2] === "value");
  });
}
