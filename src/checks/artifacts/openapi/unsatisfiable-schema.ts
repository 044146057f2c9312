import { declareDiagnostic } from "../../../diagnostics/declare-diagnostic.ts";

/** The parts of a schema leave no value. */
export const unsatisfiableSchema = declareDiagnostic<{
  readonly path: string;
  readonly problem: string;
}>({
  code: "openapi/unsatisfiable-schema",
  severity: "error",
  message: ({ path, problem }) => `${path}: ${problem}`,
  fix: "loosen one of the two parts that contradict each other",
});
