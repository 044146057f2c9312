import type { System } from "../../../design/design.ts";

type ApiError = System["api"]["errors"][number];

/** The problem types that operations answer with; 412 and 428 only where writes are conditional. */
export function apiErrors(hasConditions: boolean): readonly ApiError[] {
  return ERRORS.filter(({ status }) => (status !== 412 && status !== 428) || hasConditions);
}

const ERRORS: readonly ApiError[] = [
  {
    id: "validation",
    status: 400,
    name: "Invalid request",
    retryable: false,
    clientAction: "Correct what the list of errors names and send the request again.",
  },
  {
    id: "unauthenticated",
    status: 401,
    name: "Not authenticated",
    retryable: false,
    clientAction: "Get a new access token, or sign in again.",
  },
  {
    id: "forbidden",
    status: 403,
    name: "Forbidden",
    retryable: false,
    clientAction: "Do not repeat it; the caller lacks the permission that is named.",
  },
  {
    id: "not-found",
    status: 404,
    name: "Not found",
    retryable: false,
    clientAction: "Check the id; what it named may have been deleted.",
  },
  {
    id: "conflict",
    status: 409,
    name: "Conflict",
    retryable: false,
    clientAction: "Read the resource again and decide on its present state.",
  },
  {
    id: "precondition-failed",
    status: 412,
    name: "Changed meanwhile",
    retryable: false,
    clientAction: "Read the resource again, apply the change to it and send it with the new ETag.",
  },
  {
    id: "unprocessable",
    status: 422,
    name: "Not possible",
    retryable: false,
    clientAction:
      "The request is well-formed but breaks the business rule that is named; change it.",
  },
  {
    id: "precondition-required",
    status: 428,
    name: "Condition missing",
    retryable: false,
    clientAction: "Read the resource and send its ETag as If-Match with the change.",
  },
  {
    id: "rate-limited",
    status: 429,
    name: "Too many requests",
    retryable: true,
    clientAction: "Wait for the seconds in Retry-After, then repeat.",
  },
  {
    id: "internal",
    status: 500,
    name: "Internal error",
    retryable: true,
    clientAction: "Repeat once with the same idempotency key; then report the trace id.",
  },
  {
    id: "unavailable",
    status: 503,
    name: "Unavailable",
    retryable: true,
    clientAction: "Repeat with growing pauses, beginning with Retry-After.",
  },
];
