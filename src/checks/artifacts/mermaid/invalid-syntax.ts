import { declareDiagnostic } from "../../../diagnostics/declare-diagnostic.ts";

/** A diagram that Mermaid's parser rejects. */
export const invalidSyntax = declareDiagnostic<{ readonly path: string; readonly problem: string }>(
  {
    code: "mermaid/invalid-syntax",
    severity: "error",
    message: ({ path, problem }) => `${path} is no valid Mermaid: ${problem}`,
    fix: "Correct the diagram at the line that is named; in a generated one, report the name that broke it as a bug.",
  },
);
