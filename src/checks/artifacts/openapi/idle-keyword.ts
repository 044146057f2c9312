import { declareDiagnostic } from "../../../diagnostics/declare-diagnostic.ts";

/** A keyword says nothing about values of the type beside it. */
export const idleKeyword = declareDiagnostic<{
  readonly path: string;
  readonly problem: string;
}>({
  code: "openapi/idle-keyword",
  severity: "warning",
  message: ({ path, problem }) => `${path}: ${problem}`,
  fix: "remove the keyword, or correct the type",
});
