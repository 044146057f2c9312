import type { Artifact } from "../artifacts/artifact.ts";
import type { RenderMarkdown } from "./create-markdown.ts";
import { linkBetween, pageOfArtifact } from "./page-paths.ts";
import type { SiteGroup, SitePage } from "./site-page.ts";

/** The documents of the package, in its order; their links lead to the pages of what they name. */
export function documentPages(
  artifacts: readonly Artifact[],
  render: RenderMarkdown,
): readonly SitePage[] {
  const pages = new Map(artifacts.map((artifact) => [artifact.path, pageOfArtifact(artifact)]));
  return artifacts
    .filter(({ kind }) => kind === "markdown")
    .map((artifact) => {
      const path = pageOfArtifact(artifact);
      return {
        path,
        title: titleOf(artifact),
        group: groupOf(artifact.path),
        listed: true,
        body: render(artifact.text, {
          resolve: (target) => resolveTarget(artifact.path, path, target, pages),
        }),
      };
    });
}

/** Folders that a document may link to, and the page that lists what is in them. */
const FOLDERS: readonly (readonly [prefix: string, page: string])[] = [
  ["diagrams", "diagrams/index.html"],
  ["docs/decisions", "docs/decisions/index.html"],
];

function resolveTarget(
  document: string,
  page: string,
  target: string,
  pages: ReadonlyMap<string, string>,
): string {
  if (/^[a-z][a-z0-9+.-]*:|^\/\/|^#/i.test(target)) return target;
  const [file = "", anchor] = target.split("#");
  const path = inPackage(document, file);
  const to =
    pages.get(path) ??
    FOLDERS.find(([prefix]) => path.startsWith(prefix))?.[1] ??
    "files/index.html";
  return linkBetween(page, anchor === undefined ? to : `${to}#${anchor}`);
}

function inPackage(from: string, target: string): string {
  const segments = from.split("/").slice(0, -1);
  for (const segment of decodeURI(target).split("/")) {
    if (segment === "..") segments.pop();
    else if (segment !== "" && segment !== ".") segments.push(segment);
  }
  return segments.join("/");
}

function groupOf(path: string): SiteGroup {
  if (path === "README.md") return "Start";
  return path.startsWith("docs/decisions/") ? "Decisions" : "Documents";
}

/** The heading without the name of the system, which every page shows anyway. */
function titleOf({ path, text }: Artifact): string {
  const heading = /^# (.+)$/m.exec(text)?.[1] ?? path;
  const title = path === "README.md" ? "Overview" : heading.replace(/^.*: (?=\S)/, "");
  const plain = title.replace(/\\([!-/:-@[-`{-~])/g, "$1").replaceAll("`", "");
  return plain.charAt(0).toUpperCase() + plain.slice(1);
}
