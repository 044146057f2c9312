import { declareDiagnostic } from "../../../diagnostics/declare-diagnostic.ts";

export const refused = declareDiagnostic<{ readonly unit: string; readonly reason: string }>({
  code: "model/refused",
  severity: "error",
  message: ({ unit, reason }) => `the model refused to draft ${unit}${reason}`,
  fix: "look for statements in the requirements that could be misread, or choose another model",
});
