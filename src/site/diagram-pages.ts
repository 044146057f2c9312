import type { Artifact } from "../artifacts/artifact.ts";
import type { RenderHtml } from "./create-html-renderer.ts";
import { diagramFigure } from "./create-markdown.ts";
import { diagramTitle } from "./diagram-title.ts";
import { linkBetween, pageOfArtifact } from "./page-paths.ts";
import type { SitePage } from "./site-page.ts";
import { MOST_LISTED } from "./site-page.ts";

const INDEX = "diagrams/index.html";

/** One page for each diagram, and one that lists them. */
export function diagramPages(
  artifacts: readonly Artifact[],
  render: RenderHtml,
): readonly SitePage[] {
  const diagrams = artifacts.filter(({ kind }) => kind === "mermaid");
  if (diagrams.length === 0) return [];
  const pages = diagrams.map((artifact): SitePage => {
    const title = diagramTitle(artifact.text) ?? artifact.path.replace(/^.*\/|\.mmd$/g, "");
    const body = render("diagram.html.liquid", {
      title,
      figure: diagramFigure(artifact.text),
      path: artifact.path,
    });
    const listed = diagrams.length <= MOST_LISTED;
    return { path: pageOfArtifact(artifact), title, group: "Diagrams", listed, body };
  });
  const entries = pages.map(({ path, title }) => ({ title, href: linkBetween(INDEX, path) }));
  const body = render("diagrams.html.liquid", { entries });
  return [{ path: INDEX, title: "All diagrams", group: "Diagrams", listed: true, body }, ...pages];
}
