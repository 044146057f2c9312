import type { System } from "../../design/design.ts";

/** What a GraphQL request may ask for at most. */
export interface GraphqlLimits {
  /** Fields inside fields. */
  readonly depth: number;
  /** Sum over the request: an object is 1, a list its size times what is asked of an entry. */
  readonly cost: number;
}

/** Deep enough for a list of things with things in them; dear enough for some full pages. */
export function graphqlLimits({ pagination }: System["api"]): GraphqlLimits {
  return { depth: 10, cost: 20 * pagination.maximumLimit };
}
