import { declareDiagnostic } from "../../../diagnostics/declare-diagnostic.ts";

/** A relative link in a document that leads to no file of the package. */
export const brokenLink = declareDiagnostic<{ readonly path: string; readonly target: string }>({
  code: "docs/broken-link",
  severity: "error",
  message: ({ path, target }) => `${path} links to ${target}, which the package does not have`,
  fix: "Correct the link, or add what it leads to.",
});
