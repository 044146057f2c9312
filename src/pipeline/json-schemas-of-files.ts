import { z } from "zod";
import { jsonSchemas } from "../design/json-schemas.ts";
import { configSchema } from "./load-config.ts";

/** JSON Schemas of every file a person may write, by the name that `groundplan schema` takes. */
export function jsonSchemasOfFiles(): Readonly<Record<string, object>> {
  const design = Object.entries(jsonSchemas()).map(([name, schema]) => [
    name.replace(".schema.json", ""),
    schema,
  ]);
  return { ...Object.fromEntries(design), config: z.toJSONSchema(configSchema, { io: "input" }) };
}
