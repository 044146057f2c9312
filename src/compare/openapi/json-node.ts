/** An object of a document that nobody has validated. */
export type JsonObject = Readonly<Record<string, unknown>>;

/** A value and where it stands in its document (RFC 6901). */
export interface JsonNode {
  readonly value: unknown;
  readonly pointer: string;
}

/** The value where it is an object; nothing where a sloppy document holds something else. */
export function asObject(value: unknown): JsonObject | undefined {
  return typeof value === "object" && value !== null && !Array.isArray(value)
    ? (value as JsonObject)
    : undefined;
}

/** The value where it is a list; an empty one where it is not. */
export function asList(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

/** The value where it is a text. */
export function asText(value: unknown): string | undefined {
  return typeof value === "string" ? value : undefined;
}

/** What an object has under a key, whatever else a prototype holds. */
export function property(object: JsonObject | undefined, key: string): unknown {
  return object !== undefined && Object.hasOwn(object, key) ? object[key] : undefined;
}

/** The node below another one. */
export function childOf(node: JsonNode, key: string | number): JsonNode {
  const value = Array.isArray(node.value)
    ? (node.value as readonly unknown[])[Number(key)]
    : property(asObject(node.value), String(key));
  const token = String(key).replaceAll("~", "~0").replaceAll("/", "~1");
  return { value, pointer: `${node.pointer}/${token}` };
}

/** The nodes of an object's values by key, in document order. */
export function entriesOf(node: JsonNode): readonly (readonly [string, JsonNode])[] {
  const object = asObject(node.value);
  return object === undefined ? [] : Object.keys(object).map((key) => [key, childOf(node, key)]);
}

/** The nodes of a list's items. */
export function itemsOf(node: JsonNode): readonly JsonNode[] {
  return asList(node.value).map((_, index) => childOf(node, index));
}
