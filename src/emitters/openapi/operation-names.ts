import { toCamel, uniqueName } from "../../util/naming.ts";
import type { ApiSurface, SurfaceOperation } from "./api-surface.ts";

/** `operationId` of every operation of one document, by subject. */
export function operationNames({ named: operations }: ApiSurface): ReadonlyMap<string, string> {
  const uses = Map.groupBy(operations, (entry) => ownName(entry));
  const taken = new Set<string>();
  return new Map(
    operations.map((entry) => {
      const own = ownName(entry);
      const isAlone = uses.get(own)?.length === 1 && !taken.has(own);
      const qualified = toCamel(`${entry.context.context} ${entry.operation.id}`);
      const name = uniqueName(isAlone ? own : qualified, taken, "");
      taken.add(name);
      return [entry.subject, name] as const;
    }),
  );
}

/** From the id, which a rename keeps: clients generate their functions from it. */
function ownName({ operation }: SurfaceOperation): string {
  return toCamel(operation.id);
}
