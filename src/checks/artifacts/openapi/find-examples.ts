import { toPointer } from "../../../util/json-pointer.ts";
import { walkSchemas } from "./walk-schemas.ts";

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
export function findExamples(root: object): readonly FoundExample[] {
  const found: FoundExample[] = [];
  walk(root, [], "any", found);
  for (const { schema, pointer } of walkSchemas(root)) {
    found.push(...examplesOfSchema(schema, pointer));
  }
  return found;
}

/** Everything but schemas and data. */
function walk(
  value: unknown,
  tokens: Tokens,
  side: FoundExample["side"],
  found: FoundExample[],
): void {
  if (typeof value !== "object" || value === null) return;
  if ("schema" in value) found.push(...examplesBeside(value, tokens, side));
  for (const [key, item] of Object.entries(value)) {
    if (key === "schema" || key === "schemas" || key === "example" || key === "examples") continue;
    walk(item, [...tokens, key], sideBelow(key, side), found);
  }
}

/** Of a media type, a parameter or a header. */
function examplesBeside(
  node: object,
  tokens: Tokens,
  side: FoundExample["side"],
): readonly FoundExample[] {
  const schemaPointer = toPointer([...tokens, "schema"]);
  const { example, examples } = node as Json;
  const named = typeof examples === "object" && examples !== null ? Object.entries(examples) : [];
  return [
    ...("example" in node
      ? [{ value: example, pointer: toPointer([...tokens, "example"]), schemaPointer, side }]
      : []),
    ...named.flatMap(([name, item]: readonly [string, unknown]) => {
      if (typeof item !== "object" || item === null || !("value" in item)) return [];
      const pointer = toPointer([...tokens, "examples", name, "value"]);
      return [{ value: item.value, pointer, schemaPointer, side }];
    }),
  ];
}

function examplesOfSchema(schema: Json, schemaPointer: string): readonly FoundExample[] {
  const single = ["example", "default"].filter((key) => Object.hasOwn(schema, key));
  const { examples } = schema;
  const many: readonly unknown[] = Array.isArray(examples) ? examples : [];
  const values: readonly unknown[] = Array.isArray(schema["enum"]) ? schema["enum"] : [];
  return [
    // A value of an enum that breaks the rest of the schema can never be sent.
    ...values.map((value, index) => ({ value, place: `enum/${index}` })),
    ...single.map((key) => ({ value: schema[key], place: key })),
    ...many.map((value, index) => ({ value, place: `examples/${index}` })),
  ].map(({ value, place }) => ({
    value,
    pointer: `${schemaPointer}/${place}`,
    schemaPointer,
    side: "any" as const,
  }));
}

function sideBelow(key: string, side: FoundExample["side"]): FoundExample["side"] {
  if (key === "requestBody" || key === "requestBodies") return "request";
  return key === "responses" ? "response" : side;
}
