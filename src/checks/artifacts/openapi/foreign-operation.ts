import { declareDiagnostic } from "../../../diagnostics/declare-diagnostic.ts";

/** A document offers what the Design does not let it offer. */
export const foreignOperation = declareDiagnostic<{
  readonly path: string;
  readonly problem: string;
}>({
  code: "openapi/foreign-operation",
  severity: "error",
  message: ({ path, problem }) => `${path}: ${problem}`,
  fix: "make the change in design/ and render, or take the operation out of the document",
});
