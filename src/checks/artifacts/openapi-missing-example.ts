import { toPointer } from "../../util/json-pointer.ts";
import type { ArtifactCheck } from "../artifact-check.ts";
import { checkDocuments, type DocumentProblem } from "./openapi/check-documents.ts";
import { follow } from "./openapi/follow.ts";
import { missingExample } from "./openapi/missing-example.ts";
import { recordOf } from "./openapi/record-of.ts";
import { walkOperations } from "./openapi/walk-operations.ts";

/** Bodies that nobody shows: a mock makes something up, and a reader has to guess. */
export const openapiMissingExampleCheck: ArtifactCheck = checkDocuments(
  missingExample,
  ({ root }) =>
    walkOperations(root).flatMap(({ operation, pointer, responses }) => {
      const body = follow(root, operation["requestBody"], `${pointer}/requestBody`);
      return [
        ...problemsOf(root, body.value, body.pointer),
        ...responses.flatMap((response) => problemsOf(root, response.value, response.pointer)),
      ];
    }),
);

function problemsOf(
  root: unknown,
  holder: Readonly<Record<string, unknown>>,
  pointer: string,
): readonly DocumentProblem[] {
  return Object.entries(recordOf(holder["content"])).flatMap(([mediaType, entry]) => {
    const media = recordOf(entry);
    const schema = follow(root, media["schema"], "").value;
    const isShown = [media, schema].some(
      (holding) => holding["example"] !== undefined || holding["examples"] !== undefined,
    );
    if (isShown || !/[/+]json(?:;|$)/.test(mediaType)) return [];
    const place = `${pointer}${toPointer(["content", mediaType])}`;
    return [{ pointer: place, problem: `a body of ${mediaType} has no example` }];
  });
}
