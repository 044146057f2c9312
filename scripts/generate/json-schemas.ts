import { existsSync, mkdirSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";

/** Writes the JSON Schemas of the Design, for editors, and removes those that are no more. */
export async function generateJsonSchemas(root: string): Promise<readonly string[]> {
  const source = join(root, "src/design/json-schemas.ts");
  if (!existsSync(source)) return [];
  const module: { jsonSchemas?: () => Readonly<Record<string, object>> } = await import(
    pathToFileURL(source).href
  );
  if (module.jsonSchemas === undefined)
    return ["src/design/json-schemas.ts: exports no jsonSchemas"];

  const schemas = module.jsonSchemas();
  const folder = join(root, "schema");
  mkdirSync(folder, { recursive: true });
  for (const name of readdirSync(folder)) {
    if (!Object.hasOwn(schemas, name)) rmSync(join(folder, name));
  }
  for (const [name, schema] of Object.entries(schemas)) {
    writeFileSync(join(folder, name), `${JSON.stringify(schema, null, 2)}\n`);
  }
  return [];
}
