import type { Artifact } from "../../../artifacts/artifact.ts";
import type { Design } from "../../../design/design.ts";
import { type OwnedOperation, operationsOf } from "../../../design/operations-of.ts";
import type { OperationVisit } from "./walk-operations.ts";

/**
 * The operation of the Design that an operation of a document is: by method and path, in the
 * context of the document, or among all that is public where it is of no context.
 */
export function designOperation(
  { context: own }: Artifact,
  design: Design,
): (visit: OperationVisit) => OwnedOperation | undefined {
  const byRoute = new Map<string, OwnedOperation>();
  for (const entry of operationsOf(design)) {
    const { http, exposure } = entry.operation;
    if (http === undefined) continue;
    if (own === undefined ? exposure !== "public" : entry.context.context !== own) continue;
    byRoute.set(`${http.method} ${http.path}`, entry);
  }
  return ({ method, path }) => byRoute.get(`${method} ${path}`);
}
