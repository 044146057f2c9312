import { toPointer } from "../../util/json-pointer.ts";
import type { ArtifactCheck } from "../artifact-check.ts";
import { invalidMediaType } from "./openapi/invalid-media-type.ts";
import { locate } from "./openapi/locate.ts";
import { parsedDocuments } from "./openapi/openapi-documents.ts";
import { shortMessage } from "./openapi/short-message.ts";

/** A media type or a range, with parameters (RFC 9110 §8.3.1, §12.5.1). */
const MEDIA_TYPE =
  /^(?:\*\/\*|[!#$&^_.+a-z0-9-]+\/(?:\*|[!#$&^_.+a-z0-9-]+))(?: *; *[!#$&^_.+a-z0-9-]+=(?:[^\s;"]+|"[^"]*"))*$/i;

/** Keys of `content`, which no engine looks at. */
export const openapiInvalidMediaTypeCheck: ArtifactCheck = {
  cost: "fast",
  async check(artifacts) {
    return parsedDocuments(artifacts).flatMap(({ artifact, root }) =>
      mediaTypes(root, []).flatMap(({ mediaType, tokens }) => {
        if (MEDIA_TYPE.test(mediaType)) return [];
        const { subject, details } = locate(artifact, toPointer(tokens));
        const args = { path: artifact.path, mediaType: shortMessage(mediaType) };
        return [invalidMediaType(subject, args, details)];
      }),
    );
  },
};

interface FoundMediaType {
  readonly mediaType: string;
  readonly tokens: readonly string[];
}

/** Not inside schemas and examples, where `content` is a name like any other. */
const DATA = new Set(["schema", "schemas", "example", "examples"]);

function mediaTypes(value: unknown, tokens: readonly string[]): readonly FoundMediaType[] {
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, item]) => {
    if (DATA.has(key)) return [];
    const inside = [...tokens, key];
    const own =
      key === "content" && typeof item === "object" && item !== null
        ? Object.keys(item).map((mediaType) => ({ mediaType, tokens: [...inside, mediaType] }))
        : [];
    return [...own, ...mediaTypes(item, inside)];
  });
}
