import { declareDiagnostic } from "../../../diagnostics/declare-diagnostic.ts";

/** A load runs and comes to the wrong rows. */
export const wrongLoad = declareDiagnostic<{ readonly table: string; readonly problem: string }>({
  code: "analytics/wrong-load",
  severity: "error",
  message: ({ table, problem }) => `the load of ${table} does not hold: ${problem}`,
  fix: "give the entity a unique key that its source knows, and a dimension with history a valid from and an empty valid until",
});
