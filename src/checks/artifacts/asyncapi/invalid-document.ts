import { declareDiagnostic } from "../../../diagnostics/declare-diagnostic.ts";

/** AsyncAPI's own parser refuses a document, or warns of it. */
export const invalidDocument = declareDiagnostic<{
  readonly path: string;
  readonly rule: string;
  readonly problem: string;
}>({
  code: "asyncapi/invalid-document",
  severity: "error",
  message: ({ path, rule, problem }) =>
    `${path} is refused by the AsyncAPI parser (${rule}): ${problem}`,
});
