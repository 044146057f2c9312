import { declareDiagnostic } from "../../../diagnostics/declare-diagnostic.ts";

/** The subgraphs do not make the supergraph of the package. */
export const graphqlComposition = declareDiagnostic<{
  readonly path: string;
  readonly problem: string;
}>({
  code: "graphql/composition",
  severity: "error",
  message: ({ path, problem }) => `${path} does not fit into one supergraph: ${problem}`,
});
