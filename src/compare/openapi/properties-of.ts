import type { Resolver } from "./create-resolver.ts";
import { childOf, entriesOf } from "./json-node.ts";
import type { JsonNode } from "./json-node.ts";
import type { SchemaView } from "./schema-view.ts";
import { viewSchema } from "./schema-view.ts";

/** Parts in parts that are followed. */
const MAXIMUM_DEPTH = 10;

/** Every property of an object by name, those of its parts in `allOf` included. */
export function propertiesOf(
  view: SchemaView,
  resolve: Resolver,
  depth = 0,
): ReadonlyMap<string, JsonNode> {
  const found = new Map(entriesOf(childOf(view, "properties")));
  if (depth >= MAXIMUM_DEPTH) return found;
  for (const part of view.allOf) {
    for (const [name, node] of propertiesOf(viewSchema(part, resolve), resolve, depth + 1)) {
      if (!found.has(name)) found.set(name, node);
    }
  }
  return found;
}
