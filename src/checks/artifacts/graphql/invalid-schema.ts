import { declareDiagnostic } from "../../../diagnostics/declare-diagnostic.ts";

/** A GraphQL schema of the package is none. */
export const invalidSchema = declareDiagnostic<{
  readonly path: string;
  readonly problem: string;
}>({
  code: "graphql/invalid-schema",
  severity: "error",
  message: ({ path, problem }) => `${path} is no valid GraphQL schema: ${problem}`,
});
