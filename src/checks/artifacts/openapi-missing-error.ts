import type { Design } from "../../design/design.ts";
import type { OwnedOperation } from "../../design/operations-of.ts";
import type { ArtifactCheck } from "../artifact-check.ts";
import { checkDocuments } from "./openapi/check-documents.ts";
import { designOperation } from "./openapi/design-operation.ts";
import { listOf } from "./openapi/list-of.ts";
import { missingError } from "./openapi/missing-error.ts";
import { type OperationVisit, walkOperations } from "./openapi/walk-operations.ts";

/** Errors that an operation can answer, and that its document does not name. */
export const openapiMissingErrorCheck: ArtifactCheck = checkDocuments(
  missingError,
  ({ artifact, root }, { design }) => {
    const find = designOperation(artifact, design);
    return walkOperations(root).flatMap((visit) => {
      if (visit.isOutgoing) return [];
      const statuses = new Set(visit.responses.map(({ status }) => status));
      // No error at all is another's finding, and the gates have it.
      const needs = [...neededBy(visit, design), ...namedBy(find(visit), design)];
      return needs
        .filter(({ anyOf }) => !anyOf.some((status) => statuses.has(status)))
        .map(({ anyOf, why }) => ({
          pointer: visit.pointer,
          problem: `${visit.method.toUpperCase()} ${visit.path} ${why}, but names no answer ${anyOf.join(" or ")}`,
        }));
    });
  },
);

/**
 * A trace that cannot be read is no error: a new one begins (W3C Trace Context §3.2.1). A version that
 * there is not is refused before any operation is chosen: that is the default problem.
 */
const OF_EVERY_CALL: ReadonlySet<string> = new Set(["traceparent", "api-version"]);

interface Need {
  readonly anyOf: readonly string[];
  readonly why: string;
}

/** What the form of an operation makes possible, where the API has an error for it at all. */
function neededBy(
  { operation, path, parameters }: OperationVisit,
  design: Design,
): readonly Need[] {
  const registered = new Set(design.system.api.errors.map(({ status }) => String(status)));
  const isConditional = parameters.some(({ value }) => /^if-match$/i.test(String(value["name"])));
  const takes =
    parameters.some(({ value }) => !OF_EVERY_CALL.has(String(value["name"]).toLowerCase())) ||
    operation["requestBody"] !== undefined;
  const needs: readonly (readonly [boolean, Need])[] = [
    [
      listOf(operation["security"]).length > 0,
      { anyOf: ["401", "4XX"], why: "asks callers to prove who they are" },
    ],
    [path.includes("{"), { anyOf: ["404", "410", "4XX"], why: "looks something up" }],
    [takes, { anyOf: ["400", "422", "4XX"], why: "takes values from the caller" }],
    [isConditional, { anyOf: ["412", "4XX"], why: "has a condition" }],
    [true, { anyOf: ["default", "5XX"], why: "may fail in ways that nobody foresaw" }],
  ];
  return needs
    .filter(
      ([applies, { anyOf }]) =>
        applies && anyOf.some((each) => registered.has(each) || each === "default"),
    )
    .map(([, need]) => need);
}

function namedBy(owned: OwnedOperation | undefined, design: Design): readonly Need[] {
  const named = new Set(owned?.operation.errors);
  return design.system.api.errors
    .filter(({ id }) => named.has(id))
    .map(({ status, name }) => ({
      anyOf: [String(status)],
      why: `has the error "${name}" in the Design`,
    }));
}
