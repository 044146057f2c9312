import type { List, ListItem, Nodes, Paragraph, Parents, RootContent, Table } from "mdast";
import type { Block, TextBlock } from "./block.ts";
import { inlineText } from "./inline-text.ts";
import { parseMarkdown } from "./parse-markdown.ts";
import type { SourceSpan } from "./requirement.ts";

/** A document as a flat sequence of blocks. */
export interface DocumentBlocks {
  /** The title of the frontmatter, where there is one. */
  readonly title?: string;
  readonly blocks: readonly Block[];
}

interface Walk {
  readonly path: string;
  readonly blocks: Block[];
  readonly headings: { readonly depth: number; readonly text: string }[];
}

const NUMBERED_HEADING_DEPTH = 6;
const BOLD_HEADING_DEPTH = 7;

/** The blocks of one document. Frontmatter is skipped, its title kept. */
export async function readBlocks(path: string, text: string): Promise<DocumentBlocks> {
  const { body, title } = splitFrontmatter(text.replace(/\r\n?/g, "\n"));
  const plain = body.replace(/^[ \t]*:::.*$/gm, "").replace(/^[ \t]*#\w{1,12}#[ \t]*(.*)$/gm, "$1");
  const root = await parseMarkdown(plain);
  const walk: Walk = { path, blocks: [], headings: [] };
  readChildren(walk, root.children, []);
  return title === undefined ? { blocks: walk.blocks } : { blocks: walk.blocks, title };
}

function splitFrontmatter(text: string): { readonly body: string; readonly title?: string } {
  const match = /^---[ \t]*\n([\s\S]{0,20000}?)\n(?:---|\.\.\.)[ \t]*(?:\n|$)/.exec(text);
  if (match === null) return { body: text };
  const body = "\n".repeat(match[0].split("\n").length - 1) + text.slice(match[0].length);
  const title = /^title:[ \t]*(["']?)(.+?)\1[ \t]*$/m.exec(match[1] ?? "")?.[2];
  return title === undefined ? { body } : { body, title };
}

function readChildren(walk: Walk, nodes: readonly RootContent[], intro: readonly string[]): void {
  let before: string | undefined;
  for (const [i, node] of nodes.entries()) {
    const introduction = before === undefined ? intro : [...intro, before];
    before = undefined;
    if (node.type === "heading") readHeading(walk, node, node.depth);
    else if (node.type === "paragraph") {
      if (isBoldAlone(node.children)) readHeading(walk, node, BOLD_HEADING_DEPTH);
      else before = readParagraph(walk, node, intro);
    } else if (isNumberedHeading(node, nodes[i + 1])) {
      readHeading(walk, node.children[0].children[0], NUMBERED_HEADING_DEPTH);
    } else if (node.type === "list") readList(walk, node, introduction);
    else if (node.type === "table") readTable(walk, node);
    else if (node.type === "code") {
      const place = { source: sourceOf(walk, node), headings: headingsOf(walk) };
      walk.blocks.push({ kind: "code", text: node.value, language: node.lang ?? "", ...place });
    } else if (node.type === "html") readHtml(walk, node.value, node, intro);
    else if (node.type === "blockquote" || node.type === "footnoteDefinition") {
      readChildren(walk, node.children, intro);
    }
  }
}

function readHeading(walk: Walk, node: Parents & Nodes, depth: number): void {
  const inline = inlineText(node.children);
  const text = fold(inline.text).replace(/:$/, "");
  while ((walk.headings.at(-1)?.depth ?? 0) >= depth) walk.headings.pop();
  if (text === "") return;
  walk.blocks.push(textBlock("heading", walk, node, { ...inline, text }, [], false));
  walk.headings.push({ depth, text });
}

/** "2. Customers and accounts" alone over a paragraph: the heading of a text without marks. */
function isNumberedHeading(
  node: RootContent,
  next: RootContent | undefined,
): node is List & { readonly children: readonly [{ readonly children: readonly [Paragraph] }] } {
  if (node.type !== "list" || node.ordered !== true || node.children.length !== 1) return false;
  const [item] = node.children;
  const [only, more] = item?.children ?? [];
  if (next?.type !== "paragraph" || only?.type !== "paragraph" || more !== undefined) return false;
  const text = fold(inlineText(only.children).text);
  return text.split(" ").length <= 6 && /^\p{Lu}[\p{L} ,&/-]+$/u.test(text);
}

function isBoldAlone(children: readonly Nodes[]): boolean {
  const [first, second, third] = children;
  if (first?.type !== "strong" || third !== undefined) return false;
  if (second === undefined) return !/[.!?]$/.test(inlineText([first]).text);
  return second.type === "text" && /^\s*:\s*$/.test(second.value);
}

/** Gives back the text when it introduces what follows ("The following roles exist:"). */
function readParagraph(
  walk: Walk,
  node: Parents & Nodes,
  intro: readonly string[],
): string | undefined {
  const inline = inlineText(node.children);
  if (fold(inline.text) === "") return undefined;
  walk.blocks.push(textBlock("paragraph", walk, node, inline, intro, false));
  const text = fold(inline.text);
  return text.endsWith(":") ? text.slice(-200) : undefined;
}

function readHtml(walk: Walk, html: string, node: Nodes, intro: readonly string[]): void {
  const text = html
    .replace(/<!--[\s\S]*?(?:-->|$)/g, " ")
    .replace(/<(script|style)\b[\s\S]*?(?:<\/\1>|$)/gi, " ")
    .replace(/<[^>]*>/g, "\n");
  if (text.trim() === "") return;
  walk.blocks.push(
    textBlock("paragraph", walk, node, { text: text.trim(), codes: [] }, intro, false),
  );
}

function readList(walk: Walk, list: List, intro: readonly string[]): void {
  for (const item of list.children) readItem(walk, item, intro);
}

function readItem(walk: Walk, item: ListItem, intro: readonly string[]): void {
  const [first, ...rest] = item.children;
  if (first?.type !== "paragraph") return readChildren(walk, item.children, intro);
  const inline = inlineText(first.children);
  const hasChildren = rest.some((child) => child.type === "list");
  if (fold(inline.text) !== "")
    walk.blocks.push(textBlock("item", walk, first, inline, intro, hasChildren));
  readChildren(walk, rest, [...intro, fold(inline.text).slice(0, 200)]);
}

function readTable(walk: Walk, table: Table): void {
  const [head, ...rows] = table.children;
  const columns = (head?.children ?? []).map((cell) => fold(inlineText(cell.children).text));
  for (const row of rows) {
    const cells = row.children.map((cell, i) => {
      const { text, codes } = inlineText(cell.children);
      return { column: columns[i] ?? "", text: fold(text), codes };
    });
    if (cells.every((cell) => cell.text === "")) continue;
    walk.blocks.push({
      kind: "row",
      cells,
      source: sourceOf(walk, row),
      headings: headingsOf(walk),
    });
  }
}

function textBlock(
  kind: TextBlock["kind"],
  walk: Walk,
  node: Nodes,
  inline: { readonly text: string; readonly lead?: string; readonly codes: readonly string[] },
  intro: readonly string[],
  hasChildren: boolean,
): TextBlock {
  const place = { source: sourceOf(walk, node), headings: headingsOf(walk) };
  const lead = inline.lead === undefined ? {} : { lead: fold(inline.lead) };
  return { kind, text: inline.text, codes: inline.codes, intro, hasChildren, ...lead, ...place };
}

function headingsOf(walk: Walk): readonly string[] {
  return walk.headings.map((heading) => heading.text);
}

function sourceOf(walk: Walk, node: Nodes): SourceSpan {
  const line = node.position?.start.line ?? 1;
  return { path: walk.path, line, endLine: node.position?.end.line ?? line };
}

function fold(text: string): string {
  return text.replace(/\s+/g, " ").trim();
}
