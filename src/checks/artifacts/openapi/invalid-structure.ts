import { declareDiagnostic } from "../../../diagnostics/declare-diagnostic.ts";

/** A document breaks the OpenAPI schema, or is no YAML. */
export const invalidStructure = declareDiagnostic<{
  readonly path: string;
  readonly problem: string;
}>({
  code: "openapi/invalid-structure",
  severity: "error",
  message: ({ path, problem }) => `${path} is not a valid OpenAPI document: ${problem}`,
});
