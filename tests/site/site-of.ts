import { globSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import type { Design } from "../../src/design/design.ts";
import { drawingScript } from "../../src/pipeline/drawing-script.ts";
import { emitPackage } from "../../src/pipeline/emit-package.ts";
import { buildSite } from "../../src/site/build-site.ts";
import { siteLibraries } from "../../src/site/site-libraries.ts";
import type { SiteFile } from "../../src/site/site-page.ts";
import { emitOptions } from "../support/emit-options.ts";
import { readTemplates } from "../support/read-templates.ts";

const ROOT = join(import.meta.dirname, "../..");

/** The site of a Design, with its libraries. */
export async function siteOf(design: Design): Promise<ReadonlyMap<string, string>> {
  const { artifacts } = await emitPackage(design, emitOptions(readTemplates()));
  const templates = new Map(
    globSync("templates/site/*", { cwd: ROOT }).map((path) => [
      basename(path),
      readFileSync(join(ROOT, path), "utf8"),
    ]),
  );
  const files: readonly SiteFile[] = [
    ...(await buildSite({ design, artifacts, templates })),
    ...Object.entries(siteLibraries).map(([name, path]) => ({
      path: `assets/${name}`,
      content: readFileSync(join(ROOT, "node_modules", path), "utf8"),
    })),
    { path: "assets/draw-diagram.js", content: drawingScript() },
  ];
  return new Map(files.map(({ path, content }) => [path, content]));
}
