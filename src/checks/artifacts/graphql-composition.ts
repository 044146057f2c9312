import type { Artifact } from "../../artifacts/artifact.ts";
import { subjectAt } from "../../artifacts/subject-at.ts";
import type { Diagnostic } from "../../diagnostics/diagnostic.ts";
import type { ArtifactCheck } from "../artifact-check.ts";
import { graphqlComposition } from "./graphql/composition.ts";
import { lineOf } from "./graphql/line-of.ts";
import { shortMessage } from "./openapi/short-message.ts";

/** Composes the subgraphs, and compares with the supergraph of the package. */
export const graphqlCompositionCheck: ArtifactCheck = {
  cost: "slow",
  async check(artifacts) {
    const subgraphs = artifacts.filter(({ kind }) => kind === "graphql");
    const [first] = subgraphs;
    if (first === undefined) return [];
    const { composeServices } = await import("@theguild/federation-composition");
    const { parse } = await import("graphql");
    const services = subgraphs.flatMap((artifact) => {
      try {
        const { context = "", text } = artifact;
        const url = `https://${context}.internal/graphql`;
        return [{ name: context, url, typeDefs: parse(text) }];
      } catch {
        return [];
      }
    });
    // What cannot be read is a finding of its own.
    if (services.length < subgraphs.length) return [];
    const { errors = [], supergraphSdl } = composeServices(services);
    const found = errors.map(({ message }) => report(blamed(subgraphs, message) ?? first, message));
    const supergraph = artifacts.find(({ kind }) => kind === "supergraph");
    const isOther = supergraphSdl !== undefined && supergraph?.text.trim() !== supergraphSdl.trim();
    if (found.length > 0 || !isOther) return found;
    const problem = "graphql/supergraph.graphql is not what the subgraphs compose to";
    return [report(supergraph ?? first, problem)];
  },
};

/** Messages begin with the subgraph in brackets, or name it in quotes. */
function blamed(subgraphs: readonly Artifact[], message: string): Artifact | undefined {
  return subgraphs.find(
    ({ context = "" }) => message.startsWith(`[${context}]`) || message.includes(`"${context}"`),
  );
}

function report(artifact: Artifact, problem: string): Diagnostic {
  const { path, text } = artifact;
  const locator = { line: lineOf(text, problem) };
  return graphqlComposition(
    subjectAt(artifact, locator),
    { path, problem: shortMessage(problem) },
    { artifact: { path, locator } },
  );
}
