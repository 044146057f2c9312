import { z } from "zod";
import { entity } from "./entity.ts";
import { reference } from "./identity.ts";
import { bodySchema, operation } from "./operation.ts";

/** `design/contexts/<context>.json`: what one context owns. */
export const contextDesignSchema = z.strictObject({
  $schema: z.string().max(300).optional(),
  context: reference("context"),
  entities: z.array(entity).default([]),
  operations: z.array(operation).default([]),
  schemas: z.array(bodySchema).default([]),
});
