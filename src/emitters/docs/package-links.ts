import { graphqlPath } from "../../artifacts/contract/graphql-path.ts";
import { graphqlSurfaces } from "../../artifacts/contract/graphql-surfaces.ts";
import { containerDiagrams } from "../../artifacts/mermaid/container-diagrams.ts";
import type { Design } from "../../design/design.ts";
import { buildRelationalModel } from "../../sql/build-relational-model.ts";

/** Paths in the package of what a context has; an empty text where it has none. */
export interface ContextLinks {
  readonly openapi: string;
  readonly asyncapi: string;
  readonly graphql: string;
  readonly schema: string;
  readonly erd: string;
}

/** Which files the other emitters make of this Design. */
export interface PackageLinks {
  readonly contexts: ReadonlyMap<string, ContextLinks>;
  readonly contextDiagram: string;
  readonly containers: string;
  readonly deployment: string;
}

export function packageLinks(design: Design): PackageLinks {
  const { system } = design;
  const subgraphs = new Set(graphqlSurfaces(design).map(({ context }) => context.context));
  const contexts = design.contexts.map((context): [string, ContextLinks] => {
    const { context: id, operations, entities } = context;
    const isPlaced = system.contexts.some((candidate) => candidate.id === id);
    const hasHttp = isPlaced && operations.some(({ http }) => http !== undefined);
    const hasMessages =
      isPlaced &&
      (system.events.some(({ producer, consumers }) => producer === id || consumers.includes(id)) ||
        operations.some(({ kind }) => kind === "subscription"));
    const hasTables = buildRelationalModel(design, context).model.tables.length > 0;
    return [
      id,
      {
        openapi: hasHttp ? `openapi/${id}.yaml` : "",
        asyncapi: hasMessages ? `asyncapi/${id}.yaml` : "",
        graphql: subgraphs.has(id) ? graphqlPath(id) : "",
        schema: hasTables ? `database/${id}/schema.sql` : "",
        erd: entities.length > 0 ? `diagrams/erd-${id}.mmd` : "",
      },
    ];
  });
  return {
    contexts: new Map(contexts),
    contextDiagram: system.actors.length > 0 ? "diagrams/context.mmd" : "",
    containers: containerDiagrams(design).length > 0 ? "diagrams/containers.mmd" : "",
    deployment: system.deployment.nodes.length > 0 ? "diagrams/deployment.mmd" : "",
  };
}
