import type { Artifact } from "../artifacts/artifact.ts";

/**
 * The page that shows a file of the package. An index stays an index, so that a folder can be
 * opened; whatever is no document and no picture has a page with its source.
 */
export function pageOfArtifact({ path, kind }: Pick<Artifact, "path" | "kind">): string {
  switch (kind) {
    case "markdown":
      return `${path.replace(/(^|\/)README\.md$/, "$1index.md").replace(/\.md$/, "")}.html`;
    case "mermaid":
      return path.replace(/\.mmd$/, ".html");
    case "openapi":
      return path.replace(/^openapi\//, "api/").replace(/\.(?:yaml|json)$/, ".html");
    default:
      return `files/${path}.html`;
  }
}

/** The link from one page of the site to another place in it. */
export function linkBetween(from: string, to: string): string {
  const depth = from.split("/").length - 1;
  const [path = "", anchor] = to.split("#");
  const suffix = anchor === undefined ? "" : `#${anchor}`;
  if (path === from && anchor !== undefined) return suffix;
  return `${"../".repeat(depth)}${path.split("/").map(encodeURIComponent).join("/")}${suffix}`;
}

export const REQUIREMENTS_PAGE = "requirements.html";

/** The page of a table. */
export function tablePage(context: string, entity: string): string {
  return `tables/${context}/${entity}.html`;
}

/** Where an operation stands on the page of its context. */
export function operationPlace(context: string, operation: string): string {
  return `api/${context}.html#${operation}`;
}
