import { declareDiagnostic } from "../../../diagnostics/declare-diagnostic.ts";

/** The engine refuses a statement of an analytical store. */
export const doesNotRun = declareDiagnostic<{ readonly path: string; readonly problem: string }>({
  code: "analytics/does-not-run",
  severity: "error",
  message: ({ path, problem }) => `ClickHouse refuses a statement of ${path}: ${problem}`,
  fix: "correct the entity of the Design that the statement is made from: its fields, keys and relations",
});
