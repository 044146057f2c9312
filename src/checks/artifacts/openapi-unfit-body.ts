import { toPointer } from "../../util/json-pointer.ts";
import type { ArtifactCheck } from "../artifact-check.ts";
import { checkDocuments, type DocumentProblem } from "./openapi/check-documents.ts";
import { follow } from "./openapi/follow.ts";
import { recordOf } from "./openapi/record-of.ts";
import { unfitBody } from "./openapi/unfit-body.ts";
import { type OperationVisit, walkOperations } from "./openapi/walk-operations.ts";

/** Methods in which a body has no meaning (RFC 9110 §9.3). */
const WITHOUT_BODY = new Set(["get", "head", "delete", "trace"]);
/** Statuses that come without content (RFC 9110 §15.2, §15.3.5, §15.3.6, §15.4.5). */
const WITHOUT_CONTENT = /^(?:1..|204|205|304)$/;

/** Bodies where HTTP has none, and none where there should be one. */
export const openapiUnfitBodyCheck: ArtifactCheck = checkDocuments(unfitBody, ({ root }) =>
  walkOperations(root).flatMap((visit) => [
    ...requestProblems(root, visit),
    ...responseProblems(root, visit),
  ]),
);

function requestProblems(
  root: unknown,
  { method, operation, pointer }: OperationVisit,
): readonly DocumentProblem[] {
  if (operation["requestBody"] === undefined) return [];
  const body = follow(root, operation["requestBody"], `${pointer}/requestBody`);
  if (WITHOUT_BODY.has(method)) {
    const problem = `a ${method.toUpperCase()} has a body, which servers and proxies ignore or refuse`;
    return [{ pointer: `${pointer}/requestBody`, problem }];
  }
  return contentProblems(root, body.value, body.pointer);
}

function responseProblems(
  root: unknown,
  { operation, pointer, responses }: OperationVisit,
): readonly DocumentProblem[] {
  if (Object.keys(recordOf(operation["responses"])).length === 0) {
    return [{ pointer, problem: "an operation names no response" }];
  }
  return responses.flatMap(({ status, place, ...response }) => {
    if (response.value["content"] === undefined) return [];
    if (WITHOUT_CONTENT.test(status)) {
      return [{ pointer: place, problem: `a ${status} has content, which HTTP does not send` }];
    }
    return contentProblems(root, response.value, response.pointer);
  });
}

function contentProblems(
  root: unknown,
  holder: Readonly<Record<string, unknown>>,
  pointer: string,
): readonly DocumentProblem[] {
  const content = Object.entries(recordOf(holder["content"]));
  if (content.length === 0) return [{ pointer, problem: "a body has no media type" }];
  return content.flatMap(([mediaType, entry]) => {
    const media = recordOf(entry);
    const place = `${pointer}${toPointer(["content", mediaType])}`;
    const isJson = /[/+]json(?:;|$)/.test(mediaType);
    const missing =
      isJson && media["schema"] === undefined
        ? [{ pointer: place, problem: `a body of ${mediaType} has no schema` }]
        : [];
    const twice =
      Object.hasOwn(media, "example") && Object.hasOwn(media, "examples")
        ? [{ pointer: place, problem: "a body has both example and examples" }]
        : [];
    const { properties } = follow(root, media["schema"], "").value;
    const strays = Object.keys(recordOf(media["encoding"]))
      .filter((name) => properties !== undefined && !Object.hasOwn(recordOf(properties), name))
      .map((name) => ({
        pointer: place,
        problem: `an encoding is given for ${name}, which the body does not have`,
      }));
    return [...missing, ...twice, ...strays];
  });
}
