import { valueSchema } from "../../artifacts/contract/value-schema.ts";
import type { ResolvedProperty } from "../../design/resolve-property.ts";
import type { Json } from "./json.ts";

/** The schema of a single value as JSON Schema draft 7, which AsyncAPI 3.0 takes by default. */
export function propertySchema(property: ResolvedProperty): Json {
  const { value, description, nullable, many } = property;
  if (!many) return withNull(valueSchema(value, { description, nullable }));
  const list = { type: "array", items: withNull(valueSchema(value, { description })) };
  return nullable ? { ...list, type: ["array", "null"] } : list;
}

/** Draft 7 says null with a type and knows no `nullable`. */
function withNull({ nullable, ...schema }: ReturnType<typeof valueSchema>): Json {
  return nullable === true ? { ...schema, type: [schema.type, "null"] } : schema;
}
