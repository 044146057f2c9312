import { toPointer } from "../../util/json-pointer.ts";
import type { ArtifactCheck } from "../artifact-check.ts";
import { checkDocuments } from "./openapi/check-documents.ts";
import { unfitStatus } from "./openapi/unfit-status.ts";
import { walkOperations } from "./openapi/walk-operations.ts";

/** What success of a method looks like (RFC 9110 §9.3 and §15.3, RFC 5789 §2). */
const SUCCESSES: Readonly<Record<string, readonly string[]>> = {
  get: ["200", "206"],
  head: ["200", "204", "206"],
  post: ["200", "201", "202", "204", "207"],
  put: ["200", "201", "202", "204"],
  patch: ["200", "202", "204"],
  delete: ["200", "202", "204"],
};

/** Statuses of success that a method does not have. */
export const openapiUnfitStatusCheck: ArtifactCheck = checkDocuments(unfitStatus, ({ root }) =>
  walkOperations(root).flatMap(({ method, pointer, responses, isOutgoing }) => {
    const allowed = SUCCESSES[method];
    if (allowed === undefined || isOutgoing) return [];
    return responses
      .filter(({ status }) => /^2[0-9]{2}$/.test(status) && !allowed.includes(status))
      .map(({ status }) => ({
        pointer: `${pointer}${toPointer(["responses", status])}`,
        problem: `a ${method.toUpperCase()} answers ${status}; success of it is ${allowed.join(", ")}`,
      }));
  }),
);
