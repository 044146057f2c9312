import type { Artifact } from "../artifacts/artifact.ts";
import type { Design } from "../design/design.ts";
import { apiPages } from "./api-pages.ts";
import { createHighlighter } from "./create-highlighter.ts";
import { createHtmlRenderer } from "./create-html-renderer.ts";
import { createMarkdown } from "./create-markdown.ts";
import { diagramPages } from "./diagram-pages.ts";
import { documentPages } from "./document-pages.ts";
import { layOut } from "./layout.ts";
import { requirementsPage } from "./requirements-page.ts";
import { searchScript } from "./search-script.ts";
import type { SiteFile } from "./site-page.ts";
import { sourcePages } from "./source-pages.ts";
import { tablePages } from "./table-pages.ts";
import { traceRequirements } from "./trace-requirements.ts";

/** What a site is made of. */
export interface SiteSources {
  readonly design: Design;
  /** The files of the package, in the order in which they were emitted. */
  readonly artifacts: readonly Artifact[];
  /** Templates, styles and scripts of `templates/site/`, by file name. */
  readonly templates: ReadonlyMap<string, string>;
}

/**
 * The pages of a package as static files that a browser opens from the file system: every address
 * is relative, every script is a classic one, and nothing is loaded from elsewhere. The libraries
 * that the pages use (`siteLibraries`) are copied beside them.
 */
export async function buildSite({
  design,
  artifacts,
  templates,
}: SiteSources): Promise<readonly SiteFile[]> {
  const files = [...templates];
  const render = createHtmlRenderer(new Map(files.filter(([name]) => name.endsWith(".liquid"))));
  const { highlight, dispose } = await createHighlighter();
  const markdown = await createMarkdown(highlight);
  const tables = tablePages(design, render);
  const shown = new Set(tables.map(({ path }) => path));
  const api = await apiPages(design, artifacts, shown, render);
  const others = [
    ...documentPages(artifacts, markdown),
    ...api.pages,
    ...tables,
    ...diagramPages(artifacts, render),
    ...sourcePages(artifacts, render, highlight),
  ];
  dispose();
  const paths = new Set(others.map(({ path }) => path));
  const requirements = requirementsPage(
    design,
    traceRequirements(design),
    (place) => paths.has(place.replace(/#.*$/, "")),
    render,
  );
  const pages = [...others.slice(0, 1), requirements, ...others.slice(1)];
  const listed = pages.filter((page) => page.listed);
  return [
    ...pages.map((page) => layOut(page, listed, design.system.title, render)),
    ...api.files,
    { path: "assets/search-index.js", content: await searchScript(pages) },
    ...files
      .filter(([name]) => /\.(?:css|js)$/.test(name))
      .map(([name, content]) => ({ path: `assets/${name}`, content })),
  ];
}
