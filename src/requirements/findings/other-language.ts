import { declareDiagnostic } from "../../diagnostics/declare-diagnostic.ts";

/** Input that is not English. */
export const otherLanguage = declareDiagnostic<{ readonly paths: readonly string[] }>({
  code: "requirements/other-language",
  severity: "error",
  message: ({ paths }) =>
    `the text of ${paths.join(", ")} is not English, the only language that is read`,
  fix: "Translate the requirements into English; names of the domain may stay as they are.",
});
