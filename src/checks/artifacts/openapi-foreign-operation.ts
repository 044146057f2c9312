import type { ArtifactCheck } from "../artifact-check.ts";
import { checkDocuments } from "./openapi/check-documents.ts";
import { designOperation } from "./openapi/design-operation.ts";
import { foreignOperation } from "./openapi/foreign-operation.ts";
import { listOf } from "./openapi/list-of.ts";
import { walkOperations } from "./openapi/walk-operations.ts";

/** What a document offers, and the Design does not let this document offer. */
export const openapiForeignOperationCheck: ArtifactCheck = checkDocuments(
  foreignOperation,
  ({ artifact, root }, { design }) => {
    const find = designOperation(artifact, design);
    const isPublic = artifact.context === undefined;
    return walkOperations(root).flatMap((visit) => {
      const { operation, pointer, isOutgoing } = visit;
      if (isOutgoing) return [];
      const route = `${visit.method.toUpperCase()} ${visit.path}`;
      const found = find(visit);
      if (found === undefined) {
        const where = isPublic
          ? "among what is public in the Design"
          : "an operation of the context";
        return [{ pointer, problem: `${route} is not ${where}` }];
      }
      if (isPublic && operation["x-internal"] === true) {
        return [{ pointer, problem: `${route} is marked as internal, and offered to everybody` }];
      }
      const isGuarded = found.operation.auth.mechanisms.length > 0;
      const security = operation["security"] ?? root["security"];
      return isGuarded && listOf(security).length === 0
        ? [{ pointer, problem: `${route} asks nobody for proof, which the Design does` }]
        : [];
    });
  },
);
