import { declareDiagnostic } from "../../../diagnostics/declare-diagnostic.ts";

export const noKey = declareDiagnostic({
  code: "model/no-key",
  severity: "error",
  message: "the model architect needs a key, and none is set",
  fix: "set ANTHROPIC_API_KEY (or ANTHROPIC_AUTH_TOKEN), or choose `--architect rules`",
});
