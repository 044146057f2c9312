import { declareDiagnostic } from "../../../diagnostics/declare-diagnostic.ts";

/** A list that does not come in pages of a known size. */
export const unpagedList = declareDiagnostic<{
  readonly path: string;
  readonly problem: string;
}>({
  code: "openapi/unpaged-list",
  severity: "error",
  message: ({ path, problem }) => `${path}: ${problem}`,
  fix: "answer a page with a cursor, take limit (with a maximum) and cursor, and bound the entries by maxItems",
});
