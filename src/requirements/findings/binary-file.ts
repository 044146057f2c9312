import { declareDiagnostic } from "../../diagnostics/declare-diagnostic.ts";

/** A requirements file that is not text. */
export const binaryFile = declareDiagnostic<{ readonly path: string }>({
  code: "requirements/binary-file",
  severity: "error",
  message: ({ path }) => `${path} is not a text file`,
  fix: "Export the document as Markdown or plain text (UTF-8) and give that file.",
});
