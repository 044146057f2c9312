import type { SitePage } from "./site-page.ts";

interface SearchEntry {
  readonly id: number;
  readonly url: string;
  readonly title: string;
  readonly page: string;
  readonly text: string;
}

/** The script that holds the index of all pages by section: a page from the file system may load a script, and nothing else. */
export async function searchScript(pages: readonly SitePage[]): Promise<string> {
  const { default: MiniSearch } = await import("minisearch");
  const search = new MiniSearch<SearchEntry>({
    fields: ["title", "page", "text"],
    storeFields: ["url", "title", "page"],
  });
  const entries = pages.flatMap(sectionsOf).map((entry, id) => ({ id, ...entry }));
  search.addAll(entries);
  return `window.groundplanSearch = ${JSON.stringify(JSON.stringify(search))};\n`;
}

/** Longer texts, such as sources, make the index heavy and no result better. */
const MOST_CHARACTERS = 4_000;

function sectionsOf({ path, title, body }: SitePage): readonly Omit<SearchEntry, "id">[] {
  const parts = body.split(/(?=<h[1-3][^>]* id=")/);
  return parts.flatMap((part) => {
    const heading = /^<h[1-3][^>]* id="([^"]*)"[^>]*>(.*?)<\/h[1-3]>/s.exec(part);
    const text = plainText(part).slice(0, MOST_CHARACTERS);
    if (text === "") return [];
    const url = heading?.[1] === undefined ? path : `${path}#${heading[1]}`;
    return [{ url, title: plainText(heading?.[2] ?? title), page: title, text }];
  });
}

/** The pages are ours and escaped, so that tags are what stands between angle brackets. */
function plainText(html: string): string {
  return html
    .replace(/<figure[\s\S]*?<\/figure>/g, " ")
    .replace(/<[^>]*>/g, " ")
    .replace(/&(?:amp|lt|gt|quot|#39);/g, " ")
    .replace(/\s+/g, " ")
    .trim();
}
