import { declareDiagnostic } from "../../diagnostics/declare-diagnostic.ts";
import type { DesignCheck } from "../design-check.ts";
import { label } from "./support/label.ts";
import { operationsOf } from "../../design/operations-of.ts";

export const writeWithoutIdempotency = declareDiagnostic<{
  readonly operation: string;
  readonly header: string;
}>({
  code: "design/write-without-idempotency",
  severity: "error",
  message: ({ operation }) =>
    `the operation ${operation} does its work twice when a client repeats it, and does not say why that is fine`,
  fix: ({ header }) =>
    `set idempotency.mode to key (the client sends ${header}) or natural (repeating changes nothing), or give idempotency.reason`,
});

/** A client may repeat any write after a timeout (RFC 9110 §9.2.2: POST and PATCH are not idempotent). */
export const writeWithoutIdempotencyCheck: DesignCheck = {
  after: ["access", "api"],
  check(design) {
    const { header } = design.system.api.idempotency;
    return operationsOf(design).flatMap(({ operation, subject }) => {
      const { http, kind, idempotency } = operation;
      const isWrite =
        http === undefined ? kind === "command" : http.method === "post" || http.method === "patch";
      // A search with a long filter is a POST that writes nothing.
      if (!isWrite || kind === "query") return [];
      if (idempotency.mode !== "none" || idempotency.reason !== undefined) return [];
      const words = { operation: label(operation), header };
      return [writeWithoutIdempotency(subject, words, { pointer: "/idempotency" })];
    });
  },
};
