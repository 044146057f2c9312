import type { ContextDesign, Design, Operation } from "../../design/design.ts";

/** What a context offers through GraphQL: one subgraph. */
export interface GraphqlSurface {
  readonly context: ContextDesign;
  readonly operations: readonly Operation[];
}

/** Contexts with an operation for an audience that calls through GraphQL. */
export function graphqlSurfaces({ system, contexts }: Design): readonly GraphqlSurface[] {
  const audiences = new Set(
    system.api.audiences.filter(({ graphql }) => graphql === true).map(({ id }) => id),
  );
  return contexts.flatMap((context): readonly GraphqlSurface[] => {
    const operations = context.operations.filter(
      (operation) =>
        operation.exposure === "public" && operation.audiences.some((id) => audiences.has(id)),
    );
    return operations.length === 0 ? [] : [{ context, operations }];
  });
}
