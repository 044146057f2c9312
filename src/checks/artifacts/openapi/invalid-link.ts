import { declareDiagnostic } from "../../../diagnostics/declare-diagnostic.ts";

/** A link leads to no operation, or does not give it what it needs. */
export const invalidLink = declareDiagnostic<{
  readonly path: string;
  readonly problem: string;
}>({
  code: "openapi/invalid-link",
  severity: "error",
  message: ({ path, problem }) => `${path}: ${problem}`,
  fix: "give operationId of an operation in this document, each of its path parameters, and expressions that read what is there",
});
