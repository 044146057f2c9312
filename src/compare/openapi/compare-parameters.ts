import type { Pair, ParameterView } from "./api-rule.ts";
import type { ChangePlace } from "./change-place.ts";
import type { FoundOperation } from "./collect-operations.ts";
import { compareSchemas } from "./compare-schemas.ts";
import type { Comparison } from "./comparison.ts";
import type { ResolvedNode, Resolver } from "./create-resolver.ts";
import { asObject, asText, childOf, entriesOf } from "./json-node.ts";
import type { JsonNode } from "./json-node.ts";
import { viewSchema } from "./schema-view.ts";
import { pairOf } from "./pair-of.ts";

/** Compares the parameters of an operation: those of the path by their place, the others by name. */
export function compareParameters(
  comparison: Comparison,
  { base, head }: Required<Pair<FoundOperation>>,
  place: ChangePlace,
): void {
  const before = parametersOf(base, comparison.base);
  const after = parametersOf(head, comparison.head);
  for (const key of new Set([...before.keys(), ...after.keys()])) {
    const [was, is] = [before.get(key), after.get(key)];
    const value = (is ?? was)?.value ?? {};
    const here: ChangePlace = {
      ...place,
      ...pairOf(was, is, ({ pointer }) => pointer),
      part: `${asText(value["in"]) ?? ""} parameter ${asText(value["name"]) ?? ""}`,
      isText: asObject(value["content"]) === undefined,
    };
    const pair = pairOf(was, is, (node, side) => viewParameter(node, comparison[side]));
    comparison.judge("parameter", pair, here);
    if (was === undefined || is === undefined) continue;
    compareSchemas(comparison, schemaOf(was), schemaOf(is), here);
  }
}

/** A parameter, or a header, as rules see it. */
export function viewParameter(node: ResolvedNode, resolve: Resolver): ParameterView {
  const { value } = node;
  const place = asText(value["in"]) ?? "header";
  return {
    value,
    in: place,
    isRequired: value["required"] === true || place === "path",
    schema: viewSchema(schemaOf(node), resolve),
  };
}

/** The schema of a parameter or a header, wherever it stands. */
export function schemaOf(node: JsonNode): JsonNode {
  const schema = childOf(node, "schema");
  if (schema.value !== undefined) return schema;
  const [media] = entriesOf(childOf(node, "content"));
  return media === undefined ? schema : childOf(media[1], "schema");
}

function parametersOf(
  { parameters, segments }: FoundOperation,
  resolve: Resolver,
): ReadonlyMap<string, ResolvedNode> {
  const found = new Map<string, ResolvedNode>();
  const strays: ResolvedNode[] = [];
  for (const node of parameters) {
    const parameter = resolve(node);
    const [name, place] = [asText(parameter?.value["name"]), asText(parameter?.value["in"])];
    if (parameter === undefined || name === undefined || place === undefined) continue;
    const index = place === "path" ? segments.indexOf(name) : -1;
    if (place === "path" && index < 0) strays.push(parameter);
    const own = `${place} ${place === "header" ? name.toLowerCase() : name}`;
    const key = index < 0 ? own : `path ${index}`;
    // The operation's own come first, and win.
    if (!found.has(key)) found.set(key, parameter);
  }
  // A parameter whose name the path does not have can only mean a segment that nobody else means.
  const free = segments.flatMap((_, index) =>
    found.has(`path ${index}`) ? [] : [`path ${index}`],
  );
  for (const [index, parameter] of strays.entries()) {
    const key = free[index];
    if (key === undefined) continue;
    found.delete(`path ${String(parameter.value["name"])}`);
    found.set(key, parameter);
  }
  return found;
}
