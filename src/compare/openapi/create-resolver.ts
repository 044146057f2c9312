import { atPointer } from "../../util/json-pointer.ts";
import { asObject, asText, property } from "./json-node.ts";
import type { JsonNode, JsonObject } from "./json-node.ts";

/** A node behind its references. */
export interface ResolvedNode extends JsonNode {
  readonly value: JsonObject;
  /** Pointer of what the last reference named; none where the node stands in its place. */
  readonly component?: string;
}

/** Follows the references of a document; `undefined` where there is no object in the end. */
export type Resolver = (node: JsonNode) => ResolvedNode | undefined;

/** Keywords beside a `$ref` that say nothing about which values are valid. */
const ANNOTATIONS: ReadonlySet<string> = new Set([
  "$ref",
  "summary",
  "description",
  "title",
  "example",
  "examples",
  "externalDocs",
  "deprecated",
  "xml",
  "default",
]);

/** A resolver of the local references of one document; circles end. */
export function createResolver(root: JsonObject): Resolver {
  return function resolve(node: JsonNode): ResolvedNode | undefined {
    let current: JsonNode = node;
    let component: string | undefined;
    const seen = new Set<string>();
    for (;;) {
      const value = booleanAsObject(current.value);
      if (value === undefined) return undefined;
      const reference = asText(property(value, "$ref"));
      if (reference === undefined || !reference.startsWith("#")) {
        return {
          value,
          pointer: current.pointer,
          ...(component === undefined ? {} : { component }),
        };
      }
      const pointer = decode(reference.slice(1));
      if (seen.has(pointer) || (pointer !== "" && !pointer.startsWith("/"))) return undefined;
      seen.add(pointer);
      const target: JsonNode = { value: atPointer(root, pointer), pointer };
      const own = Object.keys(value).filter(
        (key) => !ANNOTATIONS.has(key) && !key.startsWith("x-"),
      );
      if (own.length > 0) {
        // OpenAPI 3.1 lets keywords stand beside a reference: then it is a schema of its own.
        const behind: JsonObject = resolve(target)?.value ?? {};
        const { $ref: _, ...beside } = value;
        return { value: { ...behind, ...beside }, pointer: current.pointer };
      }
      component = pointer;
      current = target;
    }
  };
}

/** JSON Schema writes "anything" as true and "nothing" as false. */
function booleanAsObject(value: unknown): JsonObject | undefined {
  if (value === true) return {};
  if (value === false) return { not: {} };
  return asObject(value);
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
