import { declareDiagnostic } from "../../../diagnostics/declare-diagnostic.ts";

/** A schema demands a value of itself without end. */
export const endlessSchema = declareDiagnostic<{
  readonly path: string;
  readonly problem: string;
}>({
  code: "openapi/endless-schema",
  severity: "error",
  message: ({ path, problem }) => `${path}: ${problem}`,
  fix: "make the property optional or nullable, or let the list be empty",
});
