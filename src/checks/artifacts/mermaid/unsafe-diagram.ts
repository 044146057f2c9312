import { declareDiagnostic } from "../../../diagnostics/declare-diagnostic.ts";

/** A diagram that runs, loads or hangs something when it is drawn. */
export const unsafeDiagram = declareDiagnostic<{ readonly path: string; readonly what: string }>({
  code: "mermaid/unsafe-diagram",
  severity: "error",
  message: ({ path, what }) => `${path} ${what}`,
  fix: "Take it out of the diagram: plain text and front matter are all a diagram needs.",
});
