import { declareDiagnostic } from "../../diagnostics/declare-diagnostic.ts";

export const noKey = declareDiagnostic({
  code: "model/no-key",
  severity: "error",
  message: "the model architect needs a key, and none is set",
  fix: "set ANTHROPIC_API_KEY (or ANTHROPIC_AUTH_TOKEN), or choose `--architect rules`",
});

export const badBaseUrl = declareDiagnostic({
  code: "model/bad-base-url",
  severity: "error",
  message: "ANTHROPIC_BASE_URL is not the address of a server",
  fix: "set it to an http or https URL without /v1, without user and password, or unset it",
});

export const requestFailed = declareDiagnostic<{ readonly unit: string; readonly reason: string }>({
  code: "model/request-failed",
  severity: "error",
  message: ({ unit, reason }) => `the model could not be asked for ${unit}: ${reason}`,
  fix: "check the key, the network and the limits of the account, then run the command again",
});

export const refused = declareDiagnostic<{ readonly unit: string; readonly reason: string }>({
  code: "model/refused",
  severity: "error",
  message: ({ unit, reason }) => `the model refused to draft ${unit}${reason}`,
  fix: "look for statements in the requirements that could be misread, or choose another model",
});

export const truncated = declareDiagnostic<{ readonly unit: string; readonly tokens: number }>({
  code: "model/truncated",
  severity: "error",
  message: ({ unit, tokens }) => `the answer for ${unit} did not fit into ${tokens} tokens`,
  fix: "split the requirements, or choose a model with longer answers",
});

export const noRecording = declareDiagnostic<{ readonly path: string; readonly reason: string }>({
  code: "model/no-recording",
  severity: "error",
  message: ({ path, reason }) => `there is no recorded answer to replay: ${path} ${reason}`,
  fix: "record the run again with the model architect, or replay the requirements that were recorded",
});

export const notRecorded = declareDiagnostic<{ readonly path: string; readonly reason: string }>({
  code: "model/not-recorded",
  severity: "warning",
  message: ({ path, reason }) => `the answer was not recorded in ${path}: ${reason}`,
  fix: "remove the cause and record the run again",
});
