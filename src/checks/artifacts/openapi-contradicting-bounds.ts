import type { ArtifactCheck } from "../artifact-check.ts";
import { contradictingBounds } from "./openapi/contradicting-bounds.ts";
import { locate } from "./openapi/locate.ts";
import { parsedDocuments } from "./openapi/openapi-documents.ts";
import { walkSchemas } from "./openapi/walk-schemas.ts";

const BOUNDS = [
  ["minimum", "maximum"],
  ["exclusiveMinimum", "exclusiveMaximum"],
  ["exclusiveMinimum", "maximum"],
  ["minimum", "exclusiveMaximum"],
  ["minLength", "maxLength"],
  ["minItems", "maxItems"],
  ["minProperties", "maxProperties"],
] as const;

/** Bounds that no value keeps: no engine looks for them. */
export const openapiContradictingBoundsCheck: ArtifactCheck = {
  cost: "fast",
  async check(artifacts) {
    return parsedDocuments(artifacts).flatMap(({ artifact, root }) =>
      walkSchemas(root).flatMap(({ schema, pointer }) =>
        BOUNDS.flatMap(([lower, upper]) => {
          const [least, most] = [schema[lower], schema[upper]];
          if (typeof least !== "number" || typeof most !== "number") return [];
          if (least < most || (least === most && !isExclusive(schema, lower, upper))) return [];
          const { subject, details } = locate(artifact, `${pointer}/${lower}`);
          const { path } = artifact;
          const args = { path, lower: `${lower} ${least}`, upper: `${upper} ${most}` };
          return [contradictingBounds(subject, args, details)];
        }),
      ),
    );
  },
};

/** Whether a bound leaves its own value out: a number in 3.1, a mark beside the bound in 3.0. */
function isExclusive(schema: Readonly<Record<string, unknown>>, ...bounds: string[]): boolean {
  return bounds.some(
    (bound) =>
      bound.startsWith("exclusive") ||
      (bound === "minimum" && schema["exclusiveMinimum"] === true) ||
      (bound === "maximum" && schema["exclusiveMaximum"] === true),
  );
}
