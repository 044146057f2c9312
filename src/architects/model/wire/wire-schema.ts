import { z } from "zod";
import { isDeepEqual } from "../../../util/is-deep-equal.ts";

/** A JSON Schema as it is sent. */
export type JsonSchema = { readonly [key: string]: unknown };

/**
 * The lean JSON Schema of an answer, in the subset that structured outputs accept: every object is
 * closed, no bounds, no formats; what several places share stands once in `$defs`.
 */
export function wireSchema(schema: z.ZodObject): JsonSchema {
  const full = z.toJSONSchema(schema, { io: "input", reused: "ref" });
  return shareTexts(lean(inlineScalars(full)) as JsonSchema);
}

const TEXTS = { type: "array", items: { type: "string" } };
/** From this many uses on, references are shorter; so is their name: every byte is counted. */
const SHARED_FROM = 4;

function shareTexts(root: JsonSchema): JsonSchema {
  let uses = 0;
  function replace(node: unknown): unknown {
    if (Array.isArray(node)) return node.map(replace);
    if (!isRecord(node)) return node;
    if (!isDeepEqual(node, TEXTS)) return mapValues(node, replace);
    uses += 1;
    return { $ref: "#/$defs/t" };
  }
  const shared = replace(root) as JsonSchema;
  if (uses < SHARED_FROM) return root;
  const definitions = isRecord(shared["$defs"]) ? shared["$defs"] : {};
  return { ...shared, $defs: { ...definitions, t: TEXTS } };
}

const KEPT = new Set(["type", "properties", "required", "items", "enum", "anyOf", "$ref", "$defs"]);

function lean(node: unknown): unknown {
  if (Array.isArray(node)) return node.map(lean);
  if (!isRecord(node)) return node;
  const kept = Object.entries(node).filter(([key]) => KEPT.has(key));
  const slim = Object.fromEntries(
    kept.map(([key, value]) => {
      if (key === "enum" || key === "required" || key === "type") return [key, value];
      if (key === "properties" || key === "$defs") return [key, mapValues(value, lean)];
      return [key, lean(value)];
    }),
  );
  return slim["type"] === "object" ? { ...slim, additionalProperties: false } : slim;
}

/** A reference to a scalar is longer than the scalar. */
function inlineScalars(root: JsonSchema): JsonSchema {
  const definitions = isRecord(root["$defs"]) ? root["$defs"] : {};
  const shared = Object.fromEntries(
    Object.entries(definitions).filter(
      ([, value]) => isRecord(value) && value["type"] === "object",
    ),
  );
  const names = new Map(Object.keys(shared).map((name, index) => [name, `d${index + 1}`]));
  function replace(node: unknown): unknown {
    if (Array.isArray(node)) return node.map(replace);
    if (!isRecord(node)) return node;
    const target = typeof node["$ref"] === "string" ? node["$ref"].split("/").at(-1) : undefined;
    if (target === undefined) return mapValues(node, replace);
    const name = names.get(target);
    return name === undefined ? replace(definitions[target]) : { $ref: `#/$defs/${name}` };
  }
  const { $defs: _, ...rest } = root;
  const body = replace(rest) as JsonSchema;
  if (names.size === 0) return body;
  const kept = Object.entries(shared).map(([name, value]) => [names.get(name), replace(value)]);
  return { ...body, $defs: Object.fromEntries(kept) };
}

function mapValues(value: unknown, change: (item: unknown) => unknown): JsonSchema {
  const entries = isRecord(value) ? Object.entries(value) : [];
  return Object.fromEntries(entries.map(([key, item]) => [key, change(item)]));
}

function isRecord(value: unknown): value is JsonSchema {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
