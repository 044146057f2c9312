import { flowchartLegend } from "../artifacts/mermaid/flowchart-legend.ts";
import { declareDiagnostic } from "../diagnostics/declare-diagnostic.ts";
import type { PictureFormat, PictureSource, PictureTheme } from "../engines/pictures/picture.ts";
import type { Host } from "../host/host.ts";
import { packageRoot } from "./package-root.ts";
import { below, readPackage, readPlainFiles } from "./read-package.ts";
import type { RunReport } from "./run-report.ts";
import { unusable, unusableOutcome } from "./run-report.ts";
import { withoutUndefined } from "../util/without-undefined.ts";

/** What a person asks `pictures` for. */
export interface PicturesRequest {
  readonly root: string;
  readonly format: PictureFormat;
  readonly theme: PictureTheme;
  /** Folder of the pictures; `pictures` in the package where it is left out. */
  readonly output?: string;
}

export const noDiagrams = declareDiagnostic<{ readonly path: string }>({
  code: "package/no-diagrams",
  severity: "error",
  message: ({ path }) => `there are no diagrams in ${path}`,
  fix: "run `groundplan render` to bring them back",
});

const COMMAND = "pictures";
const ENDING = ".mmd";

/**
 * Draws the diagrams of a package as they stand in it. Pictures depend on browser and fonts, so they
 * are no part of the lock and `check` does not ask for them.
 */
export async function pictures(request: PicturesRequest, host: Host): Promise<RunReport> {
  const { files, log } = host;
  const root = packageRoot(files, request.root);
  const stored = await readPackage(files, root);
  if (stored.value === undefined) return unusableOutcome(COMMAND, stored);
  const sources = await readSources(host, root);
  if (sources.length === 0) {
    return unusable(COMMAND, [noDiagrams("package", { path: `${root}/diagrams` })]);
  }
  const output = request.output ?? `${root}/pictures`;
  log.progress(`drawing ${sources.length} diagrams`);
  const { renderPictures } = await import("../engines/pictures/render-pictures.ts");
  const { format, theme } = request;
  const { browsers, libraries } = host;
  const drawn = await renderPictures(sources, {
    format,
    theme,
    ...withoutUndefined({ browsers, libraries }),
  });
  for (const { name, content } of drawn.pictures) {
    await files.write(`${output}/${name}.${format}`, content);
  }
  return {
    command: COMMAND,
    status: "done",
    diagnostics: below(root, drawn.diagnostics),
    summary: [
      { label: "pictures", text: `${drawn.pictures.length} of ${sources.length} in ${output}` },
      { label: "drawn with", text: drawn.how },
    ],
  };
}

async function readSources({ files }: Host, root: string): Promise<readonly PictureSource[]> {
  const entries = (await files.list(`${root}/diagrams`)) ?? [];
  const paths = entries
    .filter(({ name }) => name.endsWith(ENDING))
    .map(({ name }) => `diagrams/${name}`);
  const texts = await readPlainFiles(files, root, paths);
  return [...texts].map(([path, text]) => ({
    name: path.slice("diagrams/".length, -ENDING.length),
    text,
    legend: flowchartLegend(text),
  }));
}
