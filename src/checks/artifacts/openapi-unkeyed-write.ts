import type { ArtifactCheck } from "../artifact-check.ts";
import { checkDocuments } from "./openapi/check-documents.ts";
import { designOperation } from "./openapi/design-operation.ts";
import { unkeyedWrite } from "./openapi/unkeyed-write.ts";
import { walkOperations } from "./openapi/walk-operations.ts";

/** Writes that the Design makes safe to repeat by a key, which the document does not ask for. */
export const openapiUnkeyedWriteCheck: ArtifactCheck = checkDocuments(
  unkeyedWrite,
  ({ artifact, root }, { design }) => {
    const find = designOperation(artifact, design);
    const { header } = design.system.api.idempotency;
    return walkOperations(root).flatMap((visit) => {
      if (visit.isOutgoing || find(visit)?.operation.idempotency.mode !== "key") return [];
      const names = [header.toLowerCase(), "idempotency-key"];
      const key = visit.parameters.find(
        ({ value }) =>
          value["in"] === "header" && names.includes(String(value["name"]).toLowerCase()),
      );
      if (key?.value["required"] === true) return [];
      const route = `${visit.method.toUpperCase()} ${visit.path}`;
      const how = key === undefined ? "does not take" : "lets callers leave out";
      return [{ pointer: visit.pointer, problem: `${route} ${how} the header ${header}` }];
    });
  },
);
