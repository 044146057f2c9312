import { declareDiagnostic } from "../diagnostics/declare-diagnostic.ts";
import type { Host } from "../host/host.ts";
import { buildSite } from "../site/build-site.ts";
import { siteLibraries } from "../site/site-libraries.ts";
import type { SiteFile } from "../site/site-page.ts";
import { drawingScript } from "./drawing-script.ts";
import { emitPackage } from "./emit-package.ts";
import { locateFindings } from "./locate-findings.ts";
import { lockedTemplates } from "./locked-templates.ts";
import { optionsOf } from "./options-of.ts";
import { overrideTemplates } from "./override-templates.ts";
import { packageRoot } from "./package-root.ts";
import { below, designOf, readPackage, readText } from "./read-package.ts";
import { runDesignChecks } from "./run-design-checks.ts";
import { allUnitKinds } from "./settle-design.ts";
import type { RunReport } from "./run-report.ts";
import { unusable, unusableOutcome } from "./run-report.ts";

/** What a person asks `docs` for. */
export interface DocsRequest {
  /** Folder of the package. */
  readonly root: string;
  /** Folder of the site; `site` in the package, where it is left out. */
  readonly output?: string;
}

export const occupiedFolder = declareDiagnostic<{ readonly path: string }>({
  code: "site/occupied-folder",
  severity: "error",
  message: ({ path }) => `${path} holds files that are no site of groundplan; nothing was written`,
  fix: "name a folder that is empty or holds a site with --output",
});

export const missingLibrary = declareDiagnostic<{ readonly path: string }>({
  code: "site/missing-library",
  severity: "error",
  message: ({ path }) => `the pages need ${path}, which is not installed; nothing was written`,
  fix: "install groundplan with all of its dependencies again",
});

const COMMAND = "docs";
const MANIFEST = "site.json";
const TEMPLATES = "templates/site/";

/**
 * Makes a static site of a package. It is a function of the stored Design alone: what was edited by
 * hand beside it is drift, which `check` reports. A Design with errors has no site. Pages of an earlier
 * site that are no more go.
 */
export async function docs(request: DocsRequest, host: Host): Promise<RunReport> {
  const root = packageRoot(host.files, request.root);
  const stored = await readPackage(host.files, root);
  if (stored.value === undefined) return unusableOutcome(COMMAND, stored);
  const design = designOf(stored.value);
  if (design.value === undefined) return unusableOutcome(COMMAND, design);
  const templates = await overrideTemplates(host, lockedTemplates(stored.value));
  if (templates.value === undefined) return unusableOutcome(COMMAND, templates);
  const output = request.output ?? `${root}/site`;
  const previous = await readManifest(host, output);
  if (previous === undefined) {
    return unusable(COMMAND, [occupiedFolder("package", { path: output })]);
  }
  const libraries = await readLibraries(host);
  if ("missing" in libraries) {
    return unusable(COMMAND, [missingLibrary("package", { path: libraries.missing })]);
  }
  const found = runDesignChecks(design.value, allUnitKinds);
  if (found.some(({ severity }) => severity === "error")) {
    // Pages of a design with errors would tell what nobody can build.
    const located = locateFindings(found, design.value, stored.value.documents);
    return { command: COMMAND, status: "done", diagnostics: below(root, located), summary: [] };
  }
  const { artifacts, diagnostics } = await emitPackage(
    design.value,
    optionsOf(stored.value, templates.value),
  );
  const pages = await buildSite({
    design: design.value,
    artifacts,
    templates: await siteTemplates(host),
  });
  const drawing = { path: "assets/draw-diagram.js", content: drawingScript() };
  const files = [...pages, ...libraries.files, drawing];
  await writeSite(host, output, files, previous);
  const count = pages.filter(({ path }) => path.endsWith(".html")).length;
  return {
    command: COMMAND,
    status: "done",
    diagnostics,
    summary: [
      { label: "wrote", text: `${count} pages to ${output}` },
      { label: "open", text: host.files.resolve(`${output}/index.html`) },
    ],
  };
}

/** Paths of the site that is there; none in an empty folder, `undefined` in somebody else's. */
async function readManifest(
  { files }: Host,
  output: string,
): Promise<readonly string[] | undefined> {
  const entries = await files.list(output);
  if (entries === undefined) {
    return (await files.read(output)) === undefined ? [] : undefined;
  }
  if (entries.length === 0) return [];
  const text = await readText(files, `${output}/${MANIFEST}`);
  return text === undefined ? undefined : pathsIn(text);
}

/** A manifest may have been edited: only paths that stay in the folder count. */
function pathsIn(text: string): readonly string[] | undefined {
  try {
    const value: unknown = JSON.parse(text);
    if (!Array.isArray(value)) return undefined;
    return value.filter(
      (path): path is string =>
        typeof path === "string" && !path.split(/[\\/]/).includes("..") && !/^[\\/]|:/.test(path),
    );
  } catch {
    return undefined;
  }
}

async function readLibraries({
  libraries,
}: Host): Promise<{ readonly files: readonly SiteFile[] } | { readonly missing: string }> {
  const files: SiteFile[] = [];
  for (const [name, path] of Object.entries(siteLibraries)) {
    const content = await libraries?.read(path);
    if (content === undefined) return { missing: path };
    files.push({ path: `assets/${name}`, content });
  }
  return { files };
}

async function siteTemplates({ assets }: Host): Promise<ReadonlyMap<string, string>> {
  const templates = new Map<string, string>();
  for (const path of await assets.list(TEMPLATES)) {
    templates.set(path.slice(TEMPLATES.length), (await assets.read(path)) ?? "");
  }
  return templates;
}

async function writeSite(
  { files: folder }: Host,
  output: string,
  files: readonly SiteFile[],
  previous: readonly string[],
): Promise<void> {
  const paths = files.map(({ path }) => path);
  const kept = new Set(paths);
  // First: a stopped run leaves a folder that the next one knows as its own.
  const all = [...new Set([...previous, ...paths])];
  await folder.write(`${output}/${MANIFEST}`, `${JSON.stringify(all)}\n`);
  for (const { path, content } of files) await folder.write(`${output}/${path}`, content);
  for (const path of previous) if (!kept.has(path)) await folder.remove(`${output}/${path}`);
  await folder.write(`${output}/${MANIFEST}`, `${JSON.stringify(paths)}\n`);
}
