import { declareDiagnostic } from "../../../diagnostics/declare-diagnostic.ts";

/** One thing in a model's answer that could not be used. */
export const invalidAnswer = declareDiagnostic<{ readonly where: string; readonly reason: string }>(
  {
    code: "model/invalid-answer",
    severity: "error",
    message: ({ where, reason }) => `the model's answer is not usable at ${where}: ${reason}`,
    fix: ({ where }) => `answer again with a valid value at ${where}`,
  },
);
