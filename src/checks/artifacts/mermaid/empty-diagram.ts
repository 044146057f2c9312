import { declareDiagnostic } from "../../../diagnostics/declare-diagnostic.ts";

/** A diagram that draws nothing. */
export const emptyDiagram = declareDiagnostic<{ readonly path: string; readonly what: string }>({
  code: "mermaid/empty-diagram",
  severity: "warning",
  message: ({ path, what }) => `${path} ${what}`,
  fix: "Leave the diagram out, or put something in it.",
});
