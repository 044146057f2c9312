import type { ContextDesign, Operation } from "../../design/design.ts";
import { operationsOf } from "../../design/operations-of.ts";
import { resolveProperty } from "../../design/resolve-property.ts";
import { declareDiagnostic } from "../../diagnostics/declare-diagnostic.ts";
import type { DesignCheck } from "../design-check.ts";
import { label } from "./support/label.ts";

export const unfitFollowUp = declareDiagnostic<{
  readonly operation: string;
  readonly problem: string;
  readonly todo: string;
}>({
  code: "design/unfit-follow-up",
  severity: "error",
  message: ({ operation, problem }) => `the operation ${operation} ${problem}`,
  fix: ({ todo }) => todo,
});

/** What comes after the answer can come: there is a query to ask, and a URL to send to. */
export const unfitFollowUpCheck: DesignCheck = {
  after: ["api"],
  check(design) {
    return operationsOf(design).flatMap(({ operation, context, subject }) =>
      problemsOf(operation, context).map((found) =>
        unfitFollowUp(subject, { operation: label(operation), ...found }),
      ),
    );
  },
};

function problemsOf(operation: Operation, context: ContextDesign) {
  const { progress, request, http } = operation;
  const query = context.operations.find(({ id }) => id === progress?.operation);
  const reports: readonly (readonly [applies: boolean, problem: string, todo: string])[] = [
    [
      progress !== undefined && http?.status !== 202,
      "names a query of its progress, but is done when it answers",
      "answer 202, or remove progress",
    ],
    [
      query !== undefined && (query.http?.method !== "get" || query.response === undefined),
      `names ${query === undefined ? "nothing" : label(query)} as the query of its progress, which returns nothing that could be read`,
      "name an operation that is reached by GET and has a response",
    ],
    [
      request?.webhookUrl !== undefined && !isUrl(request.webhookUrl, request.schema, context),
      `sends webhooks to ${request?.webhookUrl}, which is no URL in its request`,
      "name a required property of the request with the format uri",
    ],
  ];
  return reports.filter(([applies]) => applies).map(([, problem, todo]) => ({ problem, todo }));
}

function isUrl(name: string, id: string, context: ContextDesign): boolean {
  const schema = context.schemas.find((candidate) => candidate.id === id);
  if (schema === undefined) return true;
  const scope = { context, entity: schema.entity, owner: `${context.context}/schema/${id}` };
  return schema.properties
    .map((property) => resolveProperty(property, scope))
    .some(
      ({ wireName, required, many, value }) =>
        wireName === name && required && !many && value.format === "uri",
    );
}
