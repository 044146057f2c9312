import { declareDiagnostic } from "../../../diagnostics/declare-diagnostic.ts";

/** A parser cannot read a statement of an analytical store. */
export const syntaxError = declareDiagnostic<{ readonly path: string; readonly problem: string }>({
  code: "analytics/syntax-error",
  severity: "error",
  message: ({ path, problem }) => `ClickHouse cannot read a statement of ${path}: ${problem}`,
  fix: "rename the element of the Design that the line is made from; where its name is plain, report it as a defect of groundplan",
});
