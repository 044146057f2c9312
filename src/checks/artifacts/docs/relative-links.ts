import { createHeadingSlugs } from "../../../util/create-heading-slugs.ts";

/** A link of a document. */
export interface RelativeLink {
  /** As it is written. */
  readonly target: string;
  /** From 1. */
  readonly line: number;
}

interface Node {
  readonly type: string;
  readonly url?: string;
  readonly depth?: number;
  readonly position?: { readonly start: { readonly line: number } } | undefined;
  readonly children?: readonly Node[];
}

/** What a document links to inside the package, and the anchors of its headings. */
export interface DocumentLinks {
  readonly links: readonly RelativeLink[];
  readonly anchors: ReadonlySet<string>;
}

/**
 * Reads links, images and headings. CommonMark is enough for it, and six times as fast as with the
 * tables of GitHub: a link in a row of a table is one in a paragraph as well.
 */
export async function readLinks(text: string): Promise<DocumentLinks> {
  const [{ fromMarkdown }, { toString: textOf }] = await Promise.all([
    import("mdast-util-from-markdown"),
    import("mdast-util-to-string"),
  ]);
  const tree = fromMarkdown(text);
  const links: RelativeLink[] = [];
  const anchors = new Set<string>();
  const anchorOf = createHeadingSlugs();

  function visit(node: Node): void {
    const isLink = node.type === "link" || node.type === "image" || node.type === "definition";
    if (isLink && node.url !== undefined && isRelative(node.url)) {
      links.push({ target: node.url, line: node.position?.start.line ?? 1 });
    }
    if (node.type === "heading") anchors.add(anchorOf(textOf(node)));
    for (const child of node.children ?? []) visit(child);
  }

  visit(tree);
  return { links, anchors };
}

/** Another scheme or another host is not a file of the package. */
function isRelative(url: string): boolean {
  return !/^(?:[a-z][a-z0-9+.-]*:|\/\/)/i.test(url);
}
