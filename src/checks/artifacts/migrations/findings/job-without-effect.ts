import { declareDiagnostic } from "../../../../diagnostics/declare-diagnostic.ts";

export const jobWithoutEffect = declareDiagnostic<{
  readonly job: string;
  readonly effect: string;
}>({
  code: "migrations/job-without-effect",
  severity: "error",
  message: ({ job, effect }) => `the job ${job} does not do what it is for: ${effect}`,
  fix: "restore the file from version control and render again",
});
