import { declareDiagnostic } from "../../../diagnostics/declare-diagnostic.ts";

export const noRecording = declareDiagnostic<{ readonly path: string; readonly reason: string }>({
  code: "model/no-recording",
  severity: "error",
  message: ({ path, reason }) => `there is no recorded answer to replay: ${path} ${reason}`,
  fix: "record the run again with the model architect, or replay the requirements that were recorded",
});
