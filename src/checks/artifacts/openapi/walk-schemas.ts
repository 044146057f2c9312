import { toPointer } from "../../../util/json-pointer.ts";

type Tokens = readonly (string | number)[];
type Json = Readonly<Record<string, unknown>>;

/** A schema, where it stands in a document. */
export interface SchemaVisit {
  readonly schema: Json;
  readonly pointer: string;
}

/** Below these keys of a schema stand schemas by name, schemas in a list, or one schema. */
const MAPS = new Set(["properties", "patternProperties", "$defs", "dependentSchemas"]);
const LISTS = new Set(["allOf", "anyOf", "oneOf", "prefixItems"]);
const SINGLES = new Set([
  "items",
  "additionalProperties",
  "not",
  "if",
  "then",
  "else",
  "contains",
  "propertyNames",
  "unevaluatedItems",
  "unevaluatedProperties",
]);
/** Data, whatever it looks like. */
const DATA = new Set(["example", "examples", "default", "enum", "const", "value"]);

/** A dozen checks look at the schemas of the same document. */
const cache = new WeakMap<object, readonly SchemaVisit[]>();

/** Every Schema Object of a document, with those nested in it. */
export function walkSchemas(root: object): readonly SchemaVisit[] {
  const known = cache.get(root);
  if (known !== undefined) return known;
  const found: SchemaVisit[] = [];
  walkDocument(root, [], found);
  cache.set(root, found);
  return found;
}

function walkDocument(value: unknown, tokens: Tokens, found: SchemaVisit[]): void {
  if (typeof value !== "object" || value === null) return;
  for (const [key, item] of Object.entries(value)) {
    const inside = [...tokens, key];
    if (key === "schema") walkSchema(item, inside, found);
    else if (key === "schemas" && tokens.length === 1) walkEach(item, inside, found);
    else if (!DATA.has(key)) walkDocument(item, inside, found);
  }
}

function walkSchema(value: unknown, tokens: Tokens, found: SchemaVisit[]): void {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return;
  found.push({ schema: value as Json, pointer: toPointer(tokens) });
  for (const [key, item] of Object.entries(value)) {
    const inside = [...tokens, key];
    if (SINGLES.has(key)) walkSchema(item, inside, found);
    else if (MAPS.has(key) || LISTS.has(key)) walkEach(item, inside, found);
  }
}

function walkEach(value: unknown, tokens: Tokens, found: SchemaVisit[]): void {
  if (typeof value !== "object" || value === null) return;
  for (const [key, item] of Object.entries(value)) walkSchema(item, [...tokens, key], found);
}
