/** Where the subgraph of a context stands in the package. A context may be called supergraph itself. */
export function graphqlPath(context: string): string {
  return `graphql/${context === "supergraph" ? "supergraph.subgraph" : context}.graphql`;
}
