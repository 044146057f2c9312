import type { ArtifactCheck } from "../artifact-check.ts";
import { checkDocuments } from "./openapi/check-documents.ts";
import { listOf } from "./openapi/list-of.ts";
import { recordOf } from "./openapi/record-of.ts";
import { unusedTag } from "./openapi/unused-tag.ts";
import { walkOperations } from "./openapi/walk-operations.ts";

/** Tags that no operation has: an empty chapter in every reader. */
export const openapiUnusedTagCheck: ArtifactCheck = checkDocuments(unusedTag, ({ root }) => {
  const used = new Set(walkOperations(root).flatMap(({ operation }) => listOf(operation["tags"])));
  return listOf(root["tags"]).flatMap((tag, index) => {
    const { name } = recordOf(tag);
    if (used.has(name)) return [];
    return [{ pointer: `/tags/${index}`, problem: `no operation has the tag "${String(name)}"` }];
  });
});
