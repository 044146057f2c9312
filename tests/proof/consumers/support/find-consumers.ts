import { existsSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { pathToFileURL } from "node:url";

const FOLDER = join(import.meta.dirname, "../../../consumers");

/** Programs of others that use our contracts; installed on their own with `npm ci` in tests/consumers. */
export interface Consumers {
  readonly folder: string;
  require(name: string): unknown;
  /** A module that `require` does not reach, by its file below node_modules. */
  import(file: string): Promise<unknown>;
  /** The file that node runs for a command. */
  command(name: string): string;
}

/** What is installed; nothing where it is not. */
export function findConsumers(): Consumers | undefined {
  if (!existsSync(join(FOLDER, "node_modules"))) return undefined;
  const load = createRequire(join(FOLDER, "package.json"));
  return {
    folder: FOLDER,
    require: (name) => load(name),
    import: (file) => import(pathToFileURL(join(FOLDER, "node_modules", file)).href),
    command: (name) => join(FOLDER, "node_modules", ".bin", name),
  };
}

/** Why tests are left out. */
export const NOT_INSTALLED = "left out: run `npm ci` in tests/consumers first";
