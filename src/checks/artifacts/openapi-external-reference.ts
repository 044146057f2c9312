import type { ArtifactCheck } from "../artifact-check.ts";
import { externalReference } from "./openapi/external-reference.ts";
import { externalReferences } from "./openapi/external-references.ts";
import { locate } from "./openapi/locate.ts";
import { parsedDocuments } from "./openapi/openapi-documents.ts";
import { shortMessage } from "./openapi/short-message.ts";

/** Refuses references that leave the document, before any engine could follow one. */
export const openapiExternalReferenceCheck: ArtifactCheck = {
  cost: "fast",
  async check(artifacts) {
    return parsedDocuments(artifacts).flatMap(({ artifact, root }) =>
      externalReferences(root).map(({ pointer, target }) => {
        const { subject, details } = locate(artifact, pointer);
        return externalReference(
          subject,
          { path: artifact.path, target: shortMessage(target) },
          details,
        );
      }),
    );
  },
};
