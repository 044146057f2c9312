import type { ArtifactCheck } from "../artifact-check.ts";
import { contradictingBounds } from "./openapi/contradicting-bounds.ts";
import { locate } from "./openapi/locate.ts";
import { parsedDocuments } from "./openapi/openapi-documents.ts";
import { walkSchemas } from "./openapi/walk-schemas.ts";

const BOUNDS = [
  ["minimum", "maximum"],
  ["exclusiveMinimum", "exclusiveMaximum"],
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
          if (typeof least !== "number" || typeof most !== "number" || least <= most) return [];
          const { subject, details } = locate(artifact, `${pointer}/${lower}`);
          const { path } = artifact;
          const args = { path, lower: `${lower} ${least}`, upper: `${upper} ${most}` };
          return [contradictingBounds(subject, args, details)];
        }),
      ),
    );
  },
};
