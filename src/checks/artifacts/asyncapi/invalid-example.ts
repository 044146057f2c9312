import { declareDiagnostic } from "../../../diagnostics/declare-diagnostic.ts";

/** An example of a message does not fit its payload or its headers. */
export const invalidMessageExample = declareDiagnostic<{
  readonly path: string;
  readonly problem: string;
}>({
  code: "asyncapi/invalid-example",
  severity: "error",
  message: ({ path, problem }) => `an example of a message in ${path} does not fit: ${problem}`,
  fix: "correct the samples of the field, or its type and bounds",
});
