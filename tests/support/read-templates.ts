import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";

const FOLDER = join(import.meta.dirname, "../../templates");

/** The templates that ship with groundplan, by path below `templates/`. */
export function readTemplates(): ReadonlyMap<string, string> {
  return new Map(
    globSync("**/*.liquid", { cwd: FOLDER })
      .map((path) => path.replaceAll("\\", "/"))
      .map((path) => [path, readFileSync(join(FOLDER, path), "utf8")]),
  );
}
