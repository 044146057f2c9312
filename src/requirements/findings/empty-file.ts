import { declareDiagnostic } from "../../diagnostics/declare-diagnostic.ts";

/** A requirements file without any text. */
export const emptyFile = declareDiagnostic<{ readonly path: string }>({
  code: "requirements/empty-file",
  severity: "error",
  message: ({ path }) => `${path} is empty`,
  fix: "Write the requirements into the file, or leave it out of the command.",
});
