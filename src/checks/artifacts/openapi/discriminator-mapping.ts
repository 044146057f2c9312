import { declareDiagnostic } from "../../../diagnostics/declare-diagnostic.ts";

/** A discriminator cannot choose one of the forms beside it. */
export const discriminatorMapping = declareDiagnostic<{
  readonly path: string;
  readonly problem: string;
}>({
  code: "openapi/discriminator-mapping",
  severity: "error",
  message: ({ path, problem }) => `${path}: ${problem}`,
  fix: "give every form a schema with a name, and map each value to one of them",
});
