import type { RenderHtml } from "./create-html-renderer.ts";
import { linkBetween } from "./page-paths.ts";
import type { SiteFile, SiteGroup, SitePage } from "./site-page.ts";

const GROUPS: readonly SiteGroup[] = [
  "Start",
  "Documents",
  "Decisions",
  "API",
  "Data",
  "Diagrams",
  "Files",
];

/** Headings of a page that its own table of contents lists. */
const LEAST_HEADINGS = 3;

/** Puts a page into the layout: navigation, search, contents. */
export function layOut(
  page: SitePage,
  listed: readonly SitePage[],
  siteTitle: string,
  render: RenderHtml,
): SiteFile {
  const at = (path: string): string => linkBetween(page.path, path);
  const groups = GROUPS.map((name) => ({
    name,
    open: name === page.group || name === "Documents",
    items: listed
      .filter(({ group }) => group === name)
      .map(({ path, title }) => ({ title, href: at(path), current: path === page.path })),
  })).filter(({ items }) => items.length > 0);
  const contents = contentsOf(page.body);
  const content = render("page.html.liquid", {
    title: page.title,
    siteTitle,
    home: at("index.html"),
    root: "../".repeat(page.path.split("/").length - 1),
    groups,
    contents: contents.length < LEAST_HEADINGS ? [] : contents,
    body: page.body,
    bare: page.bare === true,
    styles: ["assets/site.css", ...(page.styles ?? [])].map(at),
    scripts: ["assets/site.js", ...(page.scripts ?? [])].map(at),
  });
  return { path: page.path, content };
}

function contentsOf(body: string): readonly { readonly id: string; readonly title: string }[] {
  return [...body.matchAll(/<h2[^>]* id="([^"]*)"[^>]*>(.*?)<\/h2>/gs)].map(
    ([, id = "", title = ""]) => ({ id, title: title.replace(/<[^>]*>/g, "") }),
  );
}
