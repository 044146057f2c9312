import type { Operation } from "../../design/design.ts";
import { declareDiagnostic } from "../../diagnostics/declare-diagnostic.ts";
import type { DesignCheck } from "../design-check.ts";
import { label } from "./support/label.ts";
import { operationsOf } from "../../design/operations-of.ts";

export const operationErrorsIncomplete = declareDiagnostic<{
  readonly operation: string;
  readonly why: string;
  readonly errors: string;
}>({
  code: "design/operation-errors-incomplete",
  severity: "error",
  message: ({ operation, why, errors }) =>
    `the operation ${operation} ${why}, but names no error ${errors}`,
  fix: ({ errors }) => `add ${errors} to the errors of the operation`,
});

/** An operation names the errors that its own form makes possible. */
export const operationErrorsIncompleteCheck: DesignCheck = {
  after: ["access", "api"],
  check(design) {
    const { errors } = design.system.api;
    const statuses = new Map(errors.map(({ id, status }) => [id, status]));
    const hasLimits = design.system.api.rateLimits.length > 0;
    return operationsOf(design).flatMap(({ operation, subject }) => {
      if (operation.http === undefined) return [];
      const named = new Set(operation.errors.map((id) => statuses.get(id)));
      return neededBy(operation, hasLimits).flatMap(({ anyOf, why }) => {
        const possible = errors.filter(({ status }) => anyOf.includes(status));
        // A status that nobody registered is a finding about the registry.
        if (possible.length === 0 || anyOf.some((status) => named.has(status))) return [];
        const offered = possible.map(({ id, status }) => `${id} (${status})`).join(" or ");
        const words = { operation: label(operation), why, errors: offered };
        return [operationErrorsIncomplete(subject, words, { pointer: "/errors" })];
      });
    });
  },
};

interface Need {
  readonly anyOf: readonly number[];
  readonly why: string;
}

function neededBy(operation: Operation, hasLimits: boolean): readonly Need[] {
  const { auth, http, parameters, request, exposure } = operation;
  const needs: readonly (readonly [boolean, Need])[] = [
    [auth.mechanisms.length > 0, { anyOf: [401], why: "asks callers to prove who they are" }],
    [auth.permissions.length > 0, { anyOf: [403], why: "asks for permissions" }],
    [http?.path.includes("{") === true, { anyOf: [404, 410], why: "has a parameter in its path" }],
    [
      request !== undefined || parameters.length > 0,
      { anyOf: [400, 422], why: "takes values from the caller" },
    ],
    [hasLimits && exposure === "public", { anyOf: [429], why: "is public and rate limits apply" }],
  ];
  return needs.filter(([applies]) => applies).map(([, need]) => need);
}
