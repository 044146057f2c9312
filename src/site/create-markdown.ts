import { flowchartLegend } from "../artifacts/mermaid/flowchart-legend.ts";
import type { MarkdownIt } from "markdown-it";
import { createHeadingSlugs } from "../util/create-heading-slugs.ts";
import { diagramTitle } from "./diagram-title.ts";
import { escapeHtml } from "./escape-html.ts";

/** Marks code up in colour; the source alone where the language is not known. */
export type Highlight = (code: string, language: string) => string;

export interface MarkdownContext {
  /** Where a link of the document leads in the site. */
  readonly resolve: (target: string) => string;
}

/** Renders one document as HTML. */
export type RenderMarkdown = (text: string, context: MarkdownContext) => string;

/**
 * CommonMark with tables. Raw HTML of a document stays text, and links to other schemes than those
 * of the web are none: a text of somebody else never becomes markup or a program.
 */
export async function createMarkdown(highlight: Highlight): Promise<RenderMarkdown> {
  const { default: createParser } = await import("markdown-it");
  return function renderMarkdown(text, context) {
    const parser = createParser({ html: false, linkify: false, typographer: false });
    useAnchors(parser);
    useLinks(parser, context);
    useFences(parser, highlight);
    useTables(parser);
    return withoutEmptyHeads(parser.render(text));
  };
}

/** Every heading has the anchor that code hosts give it, so that links between documents hold. */
function useAnchors(parser: MarkdownIt): void {
  const anchorOf = createHeadingSlugs();
  parser.renderer.rules["heading_open"] = (tokens, index, options, _env, self) => {
    const content = tokens[index + 1]?.children ?? [];
    const text = content.map((token) => token.content).join("");
    tokens[index]?.attrSet("id", anchorOf(text));
    return self.renderToken(tokens, index, options);
  };
}

function useLinks(parser: MarkdownIt, { resolve }: MarkdownContext): void {
  parser.renderer.rules["link_open"] = (tokens, index, options, _env, self) => {
    const token = tokens[index];
    const target = String(token?.attrGet("href") ?? "");
    token?.attrSet("href", resolve(target));
    if (/^https?:/i.test(target)) token?.attrSet("rel", "noreferrer");
    return self.renderToken(tokens, index, options);
  };
  // A picture from elsewhere would be a request that leaves the page.
  parser.renderer.rules["image"] = (tokens, index) => escapeHtml(tokens[index]?.content ?? "");
}

function useFences(parser: MarkdownIt, highlight: Highlight): void {
  parser.renderer.rules["fence"] = (tokens, index) => {
    const { content = "", info = "" } = tokens[index] ?? {};
    const language = info.trim().split(/\s+/)[0] ?? "";
    return language === "mermaid" ? diagramFigure(content) : highlight(content, language);
  };
}

/** A wide table scrolls by itself and not the page, with the keyboard too. */
function useTables(parser: MarkdownIt): void {
  let count = 0;
  parser.renderer.rules["table_open"] = () => {
    count += 1;
    return `<div class="table" role="region" aria-label="Table ${count}" tabindex="0"><table>\n`;
  };
  parser.renderer.rules["table_close"] = () => "</table></div>\n";
}

/** GitHub's tables need a head; one without words is none to a reader of the screen. */
function withoutEmptyHeads(html: string): string {
  return html.replace(/<thead>\s*<tr>\s*(?:<th><\/th>\s*)+<\/tr>\s*<\/thead>\s*/g, "");
}

/** A diagram that the page draws; its source where no script runs. */
export function diagramFigure(source: string): string {
  const label = diagramTitle(source) ?? "Diagram";
  const legend = escapeHtml(JSON.stringify(flowchartLegend(source)));
  return `<figure class="diagram" aria-label="${escapeHtml(label)}" data-legend="${legend}"><pre tabindex="0">${escapeHtml(source)}</pre></figure>\n`;
}
