import type { Artifact } from "../artifacts/artifact.ts";
import type { RenderHtml } from "./create-html-renderer.ts";
import { diagramFigure } from "./create-markdown.ts";
import { linkBetween, pageOfArtifact } from "./page-paths.ts";
import type { SitePage } from "./site-page.ts";

const INDEX = "diagrams/index.html";

/** More pictures than this make the navigation longer than a page; then their index is enough. */
const MOST_LISTED = 40;

/** One page for each diagram, and one that lists them. */
export function diagramPages(
  artifacts: readonly Artifact[],
  render: RenderHtml,
): readonly SitePage[] {
  const diagrams = artifacts.filter(({ kind }) => kind === "mermaid");
  if (diagrams.length === 0) return [];
  const pages = diagrams.map((artifact): SitePage => {
    const title = titleOf(artifact);
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

function titleOf({ path, text }: Artifact): string {
  const literal = /^title: (".*")$/m.exec(text)?.[1];
  if (literal === undefined) return path.replace(/^.*\/|\.mmd$/g, "");
  try {
    return String(JSON.parse(literal));
  } catch {
    return path;
  }
}
