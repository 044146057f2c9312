import type { GraphQLError } from "graphql";
import type { Artifact } from "../../artifacts/artifact.ts";
import { subjectAt } from "../../artifacts/subject-at.ts";
import type { Diagnostic } from "../../diagnostics/diagnostic.ts";
import type { ArtifactCheck } from "../artifact-check.ts";
import { FEDERATION_DEFINITIONS } from "./graphql/federation-definitions.ts";
import { invalidSchema } from "./graphql/invalid-schema.ts";
import { lineOf } from "./graphql/line-of.ts";
import { shortMessage } from "./openapi/short-message.ts";

/** Every subgraph, and the supergraph, through graphql-js. */
export const graphqlInvalidSchemaCheck: ArtifactCheck = {
  cost: "slow",
  async check(artifacts) {
    const schemas = artifacts.filter(({ kind }) => kind === "graphql" || kind === "supergraph");
    if (schemas.length === 0) return [];
    const problemsOf = await createReader();
    return schemas.flatMap((artifact) =>
      problemsOf(artifact).map(({ problem, line }) => {
        const { path } = artifact;
        const locator = { line };
        const words = { path, problem: shortMessage(problem) };
        return invalidSchema(subjectAt(artifact, locator), words, { artifact: { path, locator } });
      }),
    ) satisfies readonly Diagnostic[];
  },
};

interface Problem {
  readonly problem: string;
  readonly line: number;
}

async function createReader(): Promise<(artifact: Artifact) => readonly Problem[]> {
  const { buildASTSchema, concatAST, GraphQLError, parse, validateSchema } =
    await import("graphql");
  const federation = parse(FEDERATION_DEFINITIONS, { noLocation: true });

  function located(error: GraphQLError, text: string): Problem {
    const line = error.locations?.[0]?.line ?? lineOf(text, error.message);
    return { problem: error.message, line };
  }

  return function problemsOf({ kind, text }) {
    try {
      const document = parse(text);
      const whole = kind === "graphql" ? concatAST([federation, document]) : document;
      const errors = validateSchema(buildASTSchema(whole));
      return errors.map((error) => located(error, text));
    } catch (error) {
      if (error instanceof GraphQLError) return [located(error, text)];
      // graphql-js joins what is wrong with the SDL into one message, without places.
      const messages = error instanceof Error ? error.message.split("\n\n") : [String(error)];
      return messages.map((problem) => ({ problem, line: lineOf(text, problem) }));
    }
  };
}
