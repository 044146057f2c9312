import { canonicalJson } from "../design/canonical-json.ts";
import type { RelationalModel } from "./relational-model.ts";
import { relationalModelSchema } from "./relational-model.ts";

/** Largest snapshot that is read, in characters. */
const MAXIMUM_LENGTH = 50_000_000;

/** The text of a `.schema.json`: the schema after a migration, with the ids of the Design. */
export function writeSnapshot(model: RelationalModel): string {
  return canonicalJson(relationalModelSchema, model);
}

/** Reads a `.schema.json`, or says in one clause why it cannot be read. */
export function readSnapshot(
  text: string,
): { readonly model: RelationalModel } | { readonly reason: string } {
  if (text.length > MAXIMUM_LENGTH) {
    return { reason: `it is longer than ${MAXIMUM_LENGTH} characters` };
  }
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    return { reason: `it is not JSON (${error instanceof Error ? error.message : String(error)})` };
  }
  const parsed = relationalModelSchema.safeParse(value);
  if (parsed.success) return { model: parsed.data };
  const [issue] = parsed.error.issues;
  return { reason: `${issue?.path.join(".") ?? ""}: ${issue?.message ?? "it is not a schema"}` };
}
