import { declareDiagnostic } from "../../diagnostics/declare-diagnostic.ts";

/** A requirements file with bytes that are not UTF-8. */
export const invalidUtf8 = declareDiagnostic<{ readonly path: string; readonly offset: number }>({
  code: "requirements/invalid-utf-8",
  severity: "error",
  message: ({ path, offset }) => `${path} is not UTF-8: the first bad byte is at offset ${offset}`,
  fix: "Convert to UTF-8, for example `iconv -f WINDOWS-1252 -t UTF-8`, or save it as UTF-8 in the editor.",
});
