import type { MediaTypeView } from "./api-rule.ts";
import type { ChangePlace } from "./change-place.ts";
import { compareSchemas } from "./compare-schemas.ts";
import type { Comparison } from "./comparison.ts";
import { asObject, childOf, entriesOf } from "./json-node.ts";
import type { JsonNode } from "./json-node.ts";
import { pairOf } from "./pair-of.ts";

/** Compares the media types of two bodies, and what they carry. */
export function compareContent(
  comparison: Comparison,
  base: JsonNode,
  head: JsonNode,
  place: ChangePlace,
): void {
  const before = new Map(entriesOf(childOf(base, "content")).map(normalise));
  const after = new Map(entriesOf(childOf(head, "content")).map(normalise));
  for (const name of new Set([...before.keys(), ...after.keys()])) {
    const [was, is] = [before.get(name), after.get(name)];
    const here: ChangePlace = {
      ...place,
      ...pairOf(was, is, ({ pointer }) => pointer),
      isText: !/json|cbor|msgpack|yaml/i.test(name),
    };
    const others = { base: [...after.keys()], head: [...before.keys()] };
    const pair = pairOf(was, is, (node, side) => view(name, node, others[side]));
    comparison.judge("mediaType", pair, here);
    if (was === undefined || is === undefined) continue;
    // A media type without a schema is one that carries anything.
    compareSchemas(comparison, childOf(was, "schema"), childOf(is, "schema"), here);
  }
}

function normalise([name, node]: readonly [string, JsonNode]): readonly [string, JsonNode] {
  return [
    name
      .toLowerCase()
      .replace(/\s+/g, "")
      .replace(/;charset=utf-8$/, ""),
    node,
  ];
}

function view(name: string, node: JsonNode, others: readonly string[]): MediaTypeView {
  return { name, value: asObject(node.value) ?? {}, others };
}
