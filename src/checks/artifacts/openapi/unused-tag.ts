import { declareDiagnostic } from "../../../diagnostics/declare-diagnostic.ts";

/** A tag is declared that no operation has. */
export const unusedTag = declareDiagnostic<{
  readonly path: string;
  readonly problem: string;
}>({
  code: "openapi/unused-tag",
  severity: "warning",
  message: ({ path, problem }) => `${path}: ${problem}`,
  fix: "remove the tag, or give it to the operations that belong there",
});
