import { declareDiagnostic } from "../../../diagnostics/declare-diagnostic.ts";

/** A diagram beyond Mermaid's limits: the picture is a message instead. */
export const tooLarge = declareDiagnostic<{ readonly path: string; readonly what: string }>({
  code: "mermaid/too-large",
  severity: "error",
  message: ({ path, what }) => `${path} has ${what}`,
  fix: "Split the diagram: by context, by region, or into parts.",
});
