import type { OpenAPIV3, OpenAPIV3_1 } from "openapi-types";
import { CLIENT_CERTIFICATE } from "./security-schemes.ts";

/**
 * The same document in OpenAPI 3.1: there a schema is JSON Schema (2020-12), which says null with a
 * type and knows no `nullable`. Nothing moves, so origins hold for both.
 */
export function toOpenapi31(document: OpenAPIV3.Document): OpenAPIV3_1.Document {
  return {
    ...(convert(document, "document") as OpenAPIV3_1.Document),
    openapi: "3.1.0",
  };
}

/** What stands at a place; only schemas change. */
type Place = "document" | "schema" | "schemas" | "security" | "data";

function convert(value: unknown, place: Place): unknown {
  if (place === "data" || typeof value !== "object" || value === null) return value;
  if (Array.isArray(value)) return value.map((item) => convert(item, place));
  const entries = Object.entries(value);
  if (place === "schemas") {
    return Object.fromEntries(entries.map(([key, item]) => [key, convert(item, "schema")]));
  }
  if (place === "security") {
    return Object.fromEntries(entries.map(([key, scheme]) => [key, securityScheme(scheme)]));
  }
  const inside = place === "schema" ? insideSchema : insideDocument;
  const converted = Object.fromEntries(
    entries.map(([key, item]) => [key, convert(item, inside(key))]),
  );
  return place === "schema" ? withNullType(converted) : converted;
}

function insideDocument(key: string): Place {
  if (key === "schemas") return "schemas";
  if (key === "schema") return "schema";
  if (key === "securitySchemes") return "security";
  return key === "example" || key === "examples" || key === "security" ? "data" : "document";
}

function insideSchema(key: string): Place {
  if (key === "properties") return "schemas";
  return key === "items" || key === "additionalProperties" || key === "oneOf" ? "schema" : "data";
}

/** 3.0 has no `mutualTLS` and describes the header behind it in a second paragraph. */
function securityScheme(scheme: OpenAPIV3.SecuritySchemeObject): unknown {
  if (scheme.type !== "apiKey" || scheme.name !== CLIENT_CERTIFICATE) return scheme;
  const description = scheme.description?.slice(0, scheme.description.lastIndexOf("\n\n"));
  return { type: "mutualTLS", description };
}

function withNullType({ nullable, ...schema }: Readonly<Record<string, unknown>>): unknown {
  if (nullable !== true || typeof schema["type"] !== "string") return schema;
  return Object.fromEntries(
    Object.entries(schema).map(([key, value]) => [key, key === "type" ? [value, "null"] : value]),
  );
}
