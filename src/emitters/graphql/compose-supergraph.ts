import type { Artifact } from "../../artifacts/artifact.ts";

/**
 * The supergraph that a router serves, composed of the subgraphs among the artifacts. Nothing where
 * there are none, or where they do not fit together: a check says why.
 */
export async function composeSupergraph(
  artifacts: readonly Artifact[],
): Promise<readonly Artifact[]> {
  const subgraphs = artifacts.filter(({ kind }) => kind === "graphql");
  if (subgraphs.length === 0) return [];
  const [{ composeServices }, { parse }] = await Promise.all([
    import("@theguild/federation-composition"),
    import("graphql"),
  ]);
  const { supergraphSdl } = composeServices(
    subgraphs.map(({ context = "", text }) => ({
      name: context,
      url: `https://${context}.internal/graphql`,
      typeDefs: parse(text),
    })),
  );
  if (supergraphSdl === undefined) return [];
  const text = `${supergraphSdl.trimEnd()}\n`;
  return [{ path: "graphql/supergraph.graphql", kind: "supergraph", text, origins: [] }];
}
