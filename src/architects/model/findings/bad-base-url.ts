import { declareDiagnostic } from "../../../diagnostics/declare-diagnostic.ts";

export const badBaseUrl = declareDiagnostic({
  code: "model/bad-base-url",
  severity: "error",
  message: "ANTHROPIC_BASE_URL is not the address of a server",
  fix: "set it to an http or https URL without /v1, without user and password, or unset it",
});
