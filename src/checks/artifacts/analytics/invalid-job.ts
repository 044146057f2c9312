import { declareDiagnostic } from "../../../diagnostics/declare-diagnostic.ts";

/** The specification of a job contradicts itself or what is around it. */
export const invalidJob = declareDiagnostic<{ readonly path: string; readonly problem: string }>({
  code: "analytics/invalid-job",
  severity: "error",
  message: ({ path, problem }) => `the job ${path} cannot do what it says: ${problem}`,
  fix: "correct the pipeline in governance of the design, or the store that it reads or writes",
});
