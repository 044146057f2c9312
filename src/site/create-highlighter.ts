import type { Highlight } from "./create-markdown.ts";
import { escapeHtml } from "./escape-html.ts";

const LANGUAGES = ["bash", "graphql", "http", "json", "sql", "typescript", "yaml"] as const;

/** Beyond this the colours cost more than they help. */
const MOST_CHARACTERS = 40_000;

const ALIASES: Readonly<Record<string, string>> = { sh: "bash", ts: "typescript", yml: "yaml" };

export interface Highlighter {
  readonly highlight: Highlight;
  /** Gives the memory of the grammars back. */
  readonly dispose: () => void;
}

/** Colours for light and dark in one markup: the page chooses by the colour scheme. */
export async function createHighlighter(): Promise<Highlighter> {
  const { createHighlighter: create } = await import("shiki");
  const highlighter = await create({
    langs: [...LANGUAGES],
    themes: ["github-light-high-contrast", "github-dark-high-contrast"],
  });
  const known = new Set<string>(LANGUAGES);
  function highlight(code: string, given: string): string {
    const lang = ALIASES[given] ?? given;
    if (!known.has(lang) || code.length > MOST_CHARACTERS) {
      return `<pre class="code" tabindex="0"><code>${escapeHtml(code)}</code></pre>\n`;
    }
    return highlighter.codeToHtml(code, {
      lang,
      themes: { light: "github-light-high-contrast", dark: "github-dark-high-contrast" },
      defaultColor: "light-dark()",
    });
  }
  return { highlight, dispose: () => highlighter.dispose() };
}
