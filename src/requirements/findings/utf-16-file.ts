import { declareDiagnostic } from "../../diagnostics/declare-diagnostic.ts";

/** A requirements file in UTF-16. */
export const utf16File = declareDiagnostic<{ readonly path: string }>({
  code: "requirements/utf-16-file",
  severity: "error",
  message: ({ path }) => `${path} is encoded in UTF-16; only UTF-8 is read`,
  fix: "Convert to UTF-8: `iconv -f UTF-16 -t UTF-8`, or save it as UTF-8 in the editor.",
});
