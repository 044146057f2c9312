import type { MediaTypeView } from "./api-rule.ts";
import type { ChangePlace } from "./change-place.ts";
import { compareSchemas } from "./compare-schemas.ts";
import type { Comparison } from "./comparison.ts";
import { asObject, childOf, entriesOf } from "./json-node.ts";
import type { JsonNode } from "./json-node.ts";

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
      ...(was && { base: was.pointer }),
      ...(is && { head: is.pointer }),
      isText: !/json|cbor|msgpack|yaml/i.test(name),
    };
    comparison.judge(
      "mediaType",
      {
        ...(was && { base: view(name, was, [...after.keys()]) }),
        ...(is && { head: view(name, is, [...before.keys()]) }),
      },
      here,
    );
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
