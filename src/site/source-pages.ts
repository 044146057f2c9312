import type { Artifact } from "../artifacts/artifact.ts";
import type { RenderHtml } from "./create-html-renderer.ts";
import type { Highlight } from "./create-markdown.ts";
import { linkBetween, pageOfArtifact } from "./page-paths.ts";
import type { SitePage } from "./site-page.ts";

const INDEX = "files/index.html";

/** Kinds that have better pages, or that nobody reads. */
const ELSEWHERE: ReadonlySet<Artifact["kind"]> = new Set(["markdown", "mermaid", "json-schema"]);

const LANGUAGES: Readonly<Record<string, string>> = {
  graphql: "graphql",
  json: "json",
  sh: "bash",
  sql: "sql",
  yaml: "yaml",
  yml: "yaml",
};

/** The files of the package as they are: contracts, SQL, manifests, the Design. */
export function sourcePages(
  artifacts: readonly Artifact[],
  render: RenderHtml,
  highlight: Highlight,
): readonly SitePage[] {
  const shown = artifacts.filter(({ kind }) => !ELSEWHERE.has(kind));
  const pages = shown.map((artifact): SitePage => {
    const { path, text } = artifact;
    const code = highlight(text, LANGUAGES[path.replace(/^.*\./, "")] ?? "");
    return {
      path: sourcePage(artifact),
      title: path,
      group: "Files",
      listed: false,
      body: render("source.html.liquid", { path, code }),
    };
  });
  const folders = new Map<string, { readonly name: string; readonly href: string }[]>();
  for (const artifact of shown) {
    const folder = artifact.path.slice(0, artifact.path.lastIndexOf("/")) || "/";
    const name = artifact.path.slice(artifact.path.lastIndexOf("/") + 1);
    const files = folders.get(folder) ?? [];
    files.push({ name, href: linkBetween(INDEX, sourcePage(artifact)) });
    folders.set(folder, files);
  }
  const view = { folders: [...folders].map(([name, files]) => ({ name, files })) };
  const index: SitePage = {
    path: INDEX,
    title: "All files",
    group: "Files",
    listed: true,
    body: render("files.html.liquid", view),
  };
  return [index, ...pages];
}

/** A contract has a page that explains it, and one with its source. */
export function sourcePage(artifact: Artifact): string {
  return artifact.kind === "openapi" ? `files/${artifact.path}.html` : pageOfArtifact(artifact);
}
