import { spawnSync } from "node:child_process";
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { designDiagrams } from "../../src/artifacts/mermaid/design-diagrams.ts";
import { flowchartLegend } from "../../src/artifacts/mermaid/flowchart-legend.ts";
import { renderPictures } from "../../src/engines/pictures/render-pictures.ts";
import { createNodeBrowsers } from "../../src/host/node-browsers.ts";
import { createNodeHost } from "../../src/host/node.ts";
import { designOfServices } from "../../tests/support/design-of-services.ts";

export interface PictureSpeed {
  readonly count: number;
  /** All of them with `renderPictures`, mending and the start of the browser included. */
  readonly seconds: number;
  /** The Mermaid command once for each; measured on `sampled` of them and multiplied. */
  readonly commandSeconds: number;
  readonly sampled: number;
}

/**
 * SVG pictures by us and by the Mermaid command, one after the other in the same run. Nothing without
 * a browser.
 */
export async function measurePictures(
  count: number,
  sampled: number,
  scratch: string,
): Promise<PictureSpeed | undefined> {
  const browsers = createNodeBrowsers();
  const executablePath = await browsers.installed();
  if (executablePath === undefined) return undefined;
  const size = { services: 40, servicesPerContext: 5, tablesPerContext: 20, regions: 2 };
  const sources = designDiagrams(designOfServices(size))
    .slice(-count)
    .map(({ diagram: { name, text } }) => ({ name, text, legend: flowchartLegend(text) }));
  const start = performance.now();
  const { pictures } = await renderPictures(sources, {
    format: "svg",
    theme: "auto",
    browsers,
    libraries: createNodeHost().libraries,
  });
  const seconds = (performance.now() - start) / 1000;
  if (pictures.length !== sources.length) throw new Error("not every diagram was drawn");

  const folder = join(scratch, "pictures");
  mkdirSync(folder, { recursive: true });
  const settings = join(folder, "browser.json");
  writeFileSync(settings, JSON.stringify({ executablePath, args: ["--no-sandbox"] }));
  const command = join(
    import.meta.dirname,
    "../../node_modules/@mermaid-js/mermaid-cli/src/cli.js",
  );
  // Spread over all of them, since kinds stand together.
  const step = sources.length / sampled;
  const some = sources.filter((_, index) => index % step < 1).slice(0, sampled);
  const before = performance.now();
  for (const { name, text } of some) {
    const input = join(folder, `${name}.mmd`);
    writeFileSync(input, text);
    const args = [command, "-q", "-p", settings, "-i", input, "-o", join(folder, `${name}.svg`)];
    const { status, stderr } = spawnSync(process.execPath, args, { encoding: "utf8" });
    if (status !== 0) throw new Error(`the Mermaid command fails: ${stderr}`);
  }
  const perPicture = (performance.now() - before) / 1000 / some.length;
  return {
    count: sources.length,
    seconds,
    commandSeconds: perPicture * sources.length,
    sampled: some.length,
  };
}
