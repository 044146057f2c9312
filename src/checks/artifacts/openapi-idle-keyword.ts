import type { ArtifactCheck } from "../artifact-check.ts";
import { checkDocuments } from "./openapi/check-documents.ts";
import { idleKeyword } from "./openapi/idle-keyword.ts";
import { walkSchemas } from "./openapi/walk-schemas.ts";

/** Which values a keyword speaks of (JSON Schema Validation §6); it passes every other. */
const KEYWORDS: readonly (readonly [type: string, keywords: readonly string[]])[] = [
  ["string", ["minLength", "maxLength", "pattern"]],
  ["number", ["minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum", "multipleOf"]],
  ["array", ["items", "minItems", "maxItems", "uniqueItems"]],
  ["object", ["properties", "required", "additionalProperties", "minProperties", "maxProperties"]],
];

/** Formats of one type only (OAS 3.0.3 Data Types, JSON Schema Validation §7). */
const FORMATS: Readonly<Record<string, string>> = {
  ...formatsOf("number", ["int32", "int64", "float", "double"]),
  ...formatsOf("string", ["date", "date-time", "time", "duration", "email", "idn-email"]),
  ...formatsOf("string", ["hostname", "idn-hostname", "ipv4", "ipv6", "uri", "uri-reference"]),
  ...formatsOf("string", ["uuid", "byte", "binary", "password", "regex", "json-pointer"]),
};

/** Keywords and formats that say nothing, because the value is of another type. */
export const openapiIdleKeywordCheck: ArtifactCheck = checkDocuments(idleKeyword, ({ root }) =>
  walkSchemas(root).flatMap(({ schema, pointer }) => {
    const types = typesOf(schema["type"]);
    if (types.length === 0) return [];
    const idle = KEYWORDS.flatMap(([type, keywords]) =>
      types.includes(type) ? [] : keywords.filter((keyword) => Object.hasOwn(schema, keyword)),
    ).map((keyword) => `${keyword} says nothing about a value of type ${types.join(" or ")}`);
    const { format } = schema;
    const wanted = typeof format === "string" ? FORMATS[format] : undefined;
    const isUnfit = wanted !== undefined && !types.includes(wanted);
    const unfit = `the format ${String(format)} says nothing about a value of type ${types.join(" or ")}`;
    return [...idle, ...(isUnfit ? [unfit] : [])].map((problem) => ({ pointer, problem }));
  }),
);

function typesOf(type: unknown): readonly string[] {
  return (Array.isArray(type) ? type : [type]).flatMap((each) => {
    if (typeof each !== "string" || each === "null") return [];
    return [each === "integer" ? "number" : each];
  });
}

function formatsOf(type: string, names: readonly string[]): Readonly<Record<string, string>> {
  return Object.fromEntries(names.map((name) => [name, type]));
}
