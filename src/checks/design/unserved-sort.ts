import { operationsOf } from "../../design/operations-of.ts";
import { declareDiagnostic } from "../../diagnostics/declare-diagnostic.ts";
import type { DesignCheck } from "../design-check.ts";
import { label } from "./support/label.ts";

export const unservedSort = declareDiagnostic<{
  readonly operation: string;
  readonly field: string;
}>({
  code: "design/unserved-sort",
  severity: "error",
  message: ({ operation, field }) =>
    `callers may sort ${operation} by ${field}, but none of its access patterns does`,
  fix: ({ field }) =>
    `add an access pattern that sorts by ${field}, so that an index serves it, or take it out of sortable`,
});

/** A list is sorted by what is read in that order: otherwise every page sorts the whole table. */
export const unservedSortCheck: DesignCheck = {
  after: ["api"],
  check(design) {
    return operationsOf(design).flatMap(({ operation, subject }) => {
      const { response, accessPatterns, entity } = operation;
      const served = new Set(
        response?.collection === true
          ? accessPatterns
              .filter((read) => read.entity === entity)
              .flatMap(({ sort }) => sort[0] ?? [])
          : [],
      );
      return (response?.sortable ?? [])
        .filter((field) => !served.has(field))
        .map((field) => unservedSort(subject, { operation: label(operation), field }));
    });
  },
};
