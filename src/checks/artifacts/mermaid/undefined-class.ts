import { declareDiagnostic } from "../../../diagnostics/declare-diagnostic.ts";

/** A class that is used and never defined: the box silently loses its look. */
export const undefinedClass = declareDiagnostic<{ readonly path: string; readonly what: string }>({
  code: "mermaid/undefined-class",
  severity: "warning",
  message: ({ path, what }) => `${path} uses the class ${what} without defining it`,
  fix: "Add a classDef for it, or correct its name.",
});
