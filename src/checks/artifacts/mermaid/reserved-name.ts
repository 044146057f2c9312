import { declareDiagnostic } from "../../../diagnostics/declare-diagnostic.ts";

/** A name that Mermaid's renderer trips over. */
export const reservedName = declareDiagnostic<{ readonly path: string; readonly what: string }>({
  code: "mermaid/reserved-name",
  severity: "error",
  message: ({ path, what }) => `${path} uses ${what}`,
  fix: "Give it a name of letters, digits and underscores that starts with a letter.",
});
