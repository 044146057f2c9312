import { atPointer } from "../../util/json-pointer.ts";
import type { ArtifactCheck } from "../artifact-check.ts";
import { fromFragment } from "./openapi/from-fragment.ts";
import { locate } from "./openapi/locate.ts";
import { parsedDocuments } from "./openapi/openapi-documents.ts";
import { shortMessage } from "./openapi/short-message.ts";
import { undefinedDiscriminator } from "./openapi/undefined-discriminator.ts";
import { walkSchemas } from "./openapi/walk-schemas.ts";

/** Discriminators whose property is missing (OAS 3.0.3, Discriminator Object). */
export const openapiUndefinedDiscriminatorCheck: ArtifactCheck = {
  cost: "fast",
  async check(artifacts) {
    return parsedDocuments(artifacts).flatMap(({ artifact, root }) =>
      walkSchemas(root).flatMap(({ schema, pointer }) => {
        const property = step(schema["discriminator"], "propertyName");
        if (typeof property !== "string") return [];
        const forms = [schema["oneOf"], schema["anyOf"]].flatMap((list) =>
          Array.isArray(list) ? list : [],
        );
        const isEverywhere = (forms.length === 0 ? [schema] : forms).every((form) =>
          demands(root, form, property, []),
        );
        if (isEverywhere) return [];
        const { subject, details } = locate(artifact, `${pointer}/discriminator`);
        const args = { path: artifact.path, property: shortMessage(property) };
        return [undefinedDiscriminator(subject, args, details)];
      }),
    );
  },
};

/** Whether a schema, or a part it is put together of, has the property and requires it. */
function demands(
  root: unknown,
  schema: unknown,
  property: string,
  seen: readonly unknown[],
): boolean {
  if (seen.includes(schema)) return false;
  const inside = [...seen, schema];
  const ref = step(schema, "$ref");
  if (typeof ref === "string" && ref.startsWith("#")) {
    return demands(root, atPointer(root, fromFragment(ref)), property, inside);
  }
  const required = step(schema, "required");
  const isOwn =
    step(step(schema, "properties"), property) !== undefined &&
    Array.isArray(required) &&
    required.includes(property);
  const parts = step(schema, "allOf");
  return (
    isOwn || (Array.isArray(parts) && parts.some((part) => demands(root, part, property, inside)))
  );
}

function step(value: unknown, key: string): unknown {
  if (typeof value !== "object" || value === null) return undefined;
  return Object.hasOwn(value, key) ? (value as Readonly<Record<string, unknown>>)[key] : undefined;
}
