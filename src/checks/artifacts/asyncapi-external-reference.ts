import type { ArtifactCheck } from "../artifact-check.ts";
import { asyncapiDocuments } from "./asyncapi/asyncapi-documents.ts";
import { externalAsyncapiReference } from "./asyncapi/external-reference.ts";
import { externalReferences } from "./openapi/external-references.ts";
import { locate } from "./openapi/locate.ts";
import { shortMessage } from "./openapi/short-message.ts";

/** Refuses references that leave the document, before any engine could follow one. */
export const asyncapiExternalReferenceCheck: ArtifactCheck = {
  cost: "fast",
  async check(artifacts) {
    return asyncapiDocuments(artifacts).flatMap((document) => {
      if (!("root" in document)) return [];
      const { artifact, root } = document;
      return externalReferences(root).map(({ pointer, target }) => {
        const { subject, details } = locate(artifact, pointer);
        const args = { path: artifact.path, target: shortMessage(target) };
        return externalAsyncapiReference(subject, args, details);
      });
    });
  },
};
