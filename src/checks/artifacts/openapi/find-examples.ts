import { toPointer } from "../../../util/json-pointer.ts";

type Tokens = readonly (string | number)[];
type Json = Readonly<Record<string, unknown>>;

/** An example and the schema that it has to fit. */
export interface FoundExample {
  readonly value: unknown;
  readonly pointer: string;
  readonly schemaPointer: string;
  /** In a request, what only the server sets may be absent; in a response, what only a client sends. */
  readonly side: "request" | "response" | "any";
}

/** Every example of a document: of media types, parameters and headers, and inside schemas. */
export function findExamples(root: unknown): readonly FoundExample[] {
  const found: FoundExample[] = [];
  walk(root, [], "any", found);
  return found;
}

function walk(
  value: unknown,
  tokens: Tokens,
  side: FoundExample["side"],
  found: FoundExample[],
): void {
  if (typeof value !== "object" || value === null) return;
  if (!Array.isArray(value)) {
    const node = value as Json;
    if ("schema" in node) collect(node, tokens, [...tokens, "schema"], side, found);
    else if ("type" in node || "allOf" in node) collectOfSchema(node, tokens, side, found);
  }
  for (const [key, item] of Object.entries(value)) {
    if (key === "example" || key === "examples" || key === "default" || key === "enum") continue;
    walk(item, [...tokens, key], sideBelow(key, side), found);
  }
}

function collect(
  node: Json,
  tokens: Tokens,
  schema: Tokens,
  side: FoundExample["side"],
  found: FoundExample[],
): void {
  const schemaPointer = toPointer(schema);
  if ("example" in node) {
    found.push({
      value: node["example"],
      pointer: toPointer([...tokens, "example"]),
      schemaPointer,
      side,
    });
  }
  const named = node["examples"];
  if (typeof named !== "object" || named === null || Array.isArray(named)) return;
  for (const [name, example] of Object.entries(named)) {
    if (typeof example !== "object" || example === null || !("value" in example)) continue;
    const pointer = toPointer([...tokens, "examples", name, "value"]);
    found.push({ value: example.value, pointer, schemaPointer, side });
  }
}

function collectOfSchema(
  node: Json,
  tokens: Tokens,
  side: FoundExample["side"],
  found: FoundExample[],
): void {
  const schemaPointer = toPointer(tokens);
  for (const key of ["example", "default"]) {
    if (!(key in node)) continue;
    found.push({ value: node[key], pointer: toPointer([...tokens, key]), schemaPointer, side });
  }
  const many = node["examples"];
  for (const [index, value] of Array.isArray(many) ? many.entries() : []) {
    found.push({ value, pointer: toPointer([...tokens, "examples", index]), schemaPointer, side });
  }
}

function sideBelow(key: string, side: FoundExample["side"]): FoundExample["side"] {
  if (key === "requestBody" || key === "requestBodies") return "request";
  return key === "responses" ? "response" : side;
}
