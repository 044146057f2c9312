import { declareDiagnostic } from "../../../diagnostics/declare-diagnostic.ts";

export const requestFailed = declareDiagnostic<{ readonly unit: string; readonly reason: string }>({
  code: "model/request-failed",
  severity: "error",
  message: ({ unit, reason }) => `the model could not be asked for ${unit}: ${reason}`,
  fix: "check the key, the network and the limits of the account, then run the command again",
});
