import { declareDiagnostic } from "../../../diagnostics/declare-diagnostic.ts";

export const truncated = declareDiagnostic<{ readonly unit: string; readonly tokens: number }>({
  code: "model/truncated",
  severity: "error",
  message: ({ unit, tokens }) => `the answer for ${unit} did not fit into ${tokens} tokens`,
  fix: "split the requirements, or choose a model with longer answers",
});
