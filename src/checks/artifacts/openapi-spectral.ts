import type { RulesetDefinition } from "@stoplight/spectral-core";
import { toPointer } from "../../util/json-pointer.ts";
import type { ArtifactCheck } from "../artifact-check.ts";
import type { Lint } from "./openapi/lint-documents.ts";
import { lintDocuments } from "./openapi/lint-documents.ts";
import { spectral } from "./openapi/spectral.ts";

/** The one rule that is about the data of examples. */
const MEDIA_EXAMPLE = "oas3-valid-media-example";

/** Severity of Spectral: 0 is an error, and what comes after a warning is no finding. */
const WARNING: number = 1;

/** Spectral's rules for OpenAPI. */
export const openapiSpectralCheck: ArtifactCheck = {
  cost: "slow",
  check: lintDocuments(spectral, "engine", createLint),
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
    const document = new core.Document(JSON.stringify(root), parsers.Json, `/${artifact.path}`);
    const results = await engine.run(document);
    return results
      .map((result) => ({ ...result, severity: result.severity as number }))
      .filter(({ severity }) => severity <= WARNING)
      .filter(({ path, code }) => code === MEDIA_EXAMPLE || !isInExample(path))
      .map(({ path, code, message, severity }) => ({
        pointer: toPointer(path),
        rule: String(code),
        problem: message,
        isWarning: severity === WARNING,
      }));
  };
}

/** Other rules search the whole document and take data for a schema or a text where it looks like one. */
function isInExample(place: readonly (string | number)[]): boolean {
  return place.some((token, index) => {
    if (place[index - 1] === "properties") return false;
    return token === "example" || (token === "examples" && place[index + 2] === "value");
  });
}
