import { atPointer, toPointer } from "../../util/json-pointer.ts";
import type { ArtifactCheck } from "../artifact-check.ts";
import { checkDocuments } from "./openapi/check-documents.ts";
import { follow } from "./openapi/follow.ts";
import { fromFragment } from "./openapi/from-fragment.ts";
import { invalidLink } from "./openapi/invalid-link.ts";
import type { OpenapiDocument } from "./openapi/openapi-documents.ts";
import { recordOf } from "./openapi/record-of.ts";
import { runtimeExpressionProblem } from "./openapi/runtime-expression.ts";
import type { OperationVisit, ResponseVisit } from "./openapi/walk-operations.ts";
import { walkOperations } from "./openapi/walk-operations.ts";

/** Links lead to an operation and give it what it needs (OAS 3.0.3, Link Object). */
export const openapiInvalidLinkCheck: ArtifactCheck = checkDocuments(invalidLink, (document) =>
  walkOperations(document.root).flatMap((visit) =>
    visit.responses.flatMap((response) =>
      Object.entries(recordOf(response.value["links"])).flatMap(([name, entry]) => {
        const place = `${response.pointer}${toPointer(["links", name])}`;
        const { value: link, pointer } = follow(document.root, entry, place);
        return problemsOf(document, visit, response, link).map((problem) => ({
          pointer,
          problem: `the link ${name} ${problem}`,
        }));
      }),
    ),
  ),
);

function problemsOf(
  { root }: OpenapiDocument,
  visit: OperationVisit,
  response: ResponseVisit,
  link: Readonly<Record<string, unknown>>,
): readonly string[] {
  const { operationId, operationRef } = link;
  if (operationId !== undefined && operationRef !== undefined) {
    return ["names its operation twice: by operationId and by operationRef"];
  }
  if (operationId === undefined && operationRef === undefined) return ["names no operation"];
  const target = walkOperations(root).find((other) =>
    operationId === undefined
      ? atPointer(root, fromFragment(String(operationRef))) === other.operation
      : other.operation["operationId"] === operationId,
  );
  const named = String(operationId ?? operationRef);
  if (target === undefined) return [`leads to ${named}, which is no operation of this document`];
  const given = recordOf(link["parameters"]);
  const names = Object.keys(given).map((key) => key.replace(/^(?:path|query|header|cookie)\./, ""));
  const known = target.parameters.map(({ value }) => value["name"]);
  const needed = target.parameters
    .filter(({ value }) => value["in"] === "path")
    .map(({ value }) => String(value["name"]));
  return [
    ...names
      .filter((name) => !known.includes(name))
      .map((name) => `gives ${named} a parameter ${name}, which it does not have`),
    ...needed
      .filter((name) => !names.includes(name))
      .map((name) => `does not give ${named} its path parameter ${name}`),
    ...[...Object.values(given), link["requestBody"]].flatMap((value) => {
      if (typeof value !== "string" || !value.startsWith("$")) return [];
      return runtimeExpressionProblem(root, visit, response, value) ?? [];
    }),
  ];
}
