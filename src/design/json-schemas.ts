import { z } from "zod";
import { contextDesignSchema } from "./schema/context-design.ts";
import { systemSchema } from "./schema/system.ts";

/** JSON Schemas (2020-12) of the stored documents by file name, for editors and other tools. */
export function jsonSchemas(): Readonly<Record<string, object>> {
  return {
    "system.schema.json": describe(systemSchema, "groundplan design: the system"),
    "context.schema.json": describe(contextDesignSchema, "groundplan design: one context"),
  };
}

function describe(schema: z.ZodType, title: string): object {
  const { $schema, ...rest } = z.toJSONSchema(schema, { io: "input", reused: "ref" });
  return { $schema, title, ...rest };
}
