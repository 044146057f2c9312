import { declareDiagnostic } from "../../diagnostics/declare-diagnostic.ts";

/** A template of a person that cannot be rendered. */
export const brokenTemplate = declareDiagnostic<{
  readonly template: string;
  readonly reason: string;
}>({
  code: "docs/broken-template",
  severity: "error",
  message: ({ template, reason }) => `the template ${template} cannot be rendered: ${reason}`,
  fix: "correct the line of the template that is named, or remove the file from your templates",
});
