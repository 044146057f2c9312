import { declareDiagnostic } from "../../../diagnostics/declare-diagnostic.ts";

/** A document shows what is inside. */
export const internalDetail = declareDiagnostic<{
  readonly path: string;
  readonly problem: string;
}>({
  code: "openapi/internal-detail",
  severity: "warning",
  message: ({ path, problem }) => `${path}: ${problem}`,
  fix: "remove the detail, or replace it by words for a client",
});
