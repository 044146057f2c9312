import { declareDiagnostic } from "../../diagnostics/declare-diagnostic.ts";
import type { DesignCheck } from "../design-check.ts";
import { label } from "./support/label.ts";
import { operationsOf } from "../../design/operations-of.ts";

export const collectionWithoutGet = declareDiagnostic<{
  readonly operation: string;
  readonly method: string;
}>({
  code: "design/collection-without-get",
  severity: "warning",
  message: ({ operation, method }) =>
    `the operation ${operation} answers with a page of many, but is a ${method}`,
  fix: "use GET with query parameters, so that pages can be linked and cached; keep POST only for filters that do not fit into a URL",
});

/** Pages of a collection are read by GET, as the pagination of the API policy works. */
export const collectionWithoutGetCheck: DesignCheck = {
  after: ["api"],
  check(design) {
    return operationsOf(design).flatMap(({ operation, subject }) => {
      const { http, response } = operation;
      if (response?.collection !== true || http === undefined || http.method === "get") return [];
      return [
        collectionWithoutGet(subject, {
          operation: label(operation),
          method: http.method.toUpperCase(),
        }),
      ];
    });
  },
};
