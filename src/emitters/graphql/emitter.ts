import { graphqlPath } from "../../artifacts/contract/graphql-path.ts";
import { graphqlSurfaces } from "../../artifacts/contract/graphql-surfaces.ts";
import type { Emitter } from "../emitter.ts";
import { createGraphqlNames } from "./graphql-names.ts";
import { subgraph } from "./subgraph.ts";

/** One federated subgraph for each context that an audience reaches through GraphQL. */
export const graphqlEmitter: Emitter = {
  id: "graphql",
  emit(design) {
    const surfaces = graphqlSurfaces(design);
    const names = createGraphqlNames();
    const artifacts = surfaces.map((surface) => ({
      path: graphqlPath(surface.context.context),
      kind: "graphql" as const,
      ...subgraph(surface, { design, surfaces, names }),
      context: surface.context.context,
    }));
    return { artifacts, diagnostics: [] };
  },
};
