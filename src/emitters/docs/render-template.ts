import { Liquid, LiquidError } from "liquidjs";
import { codeSpan, escapeMarkdown, escapeProse } from "./escape-markdown.ts";

/** Renders one of the templates by its path below `templates/`; throws where it is missing. */
export type RenderTemplate = (path: string, view: object) => string;

/**
 * The template engine, over texts that are in memory: it has no files to read. Every output is
 * escaped for Markdown unless a filter says that it is Markdown already.
 */
export function createTemplateRenderer(templates: ReadonlyMap<string, string>): RenderTemplate {
  const engine = new Liquid({
    templates: {},
    strictVariables: true,
    strictFilters: true,
    ownPropertyOnly: true,
    outputEscape: (value: unknown) => escapeMarkdown(textOf(value)),
  });
  engine.registerFilter("md", {
    raw: true,
    handler: (value: unknown) => escapeMarkdown(textOf(value)),
  });
  engine.registerFilter("prose", {
    raw: true,
    handler: (value: unknown) => escapeProse(textOf(value)),
  });
  engine.registerFilter("code", {
    raw: true,
    handler: (value: unknown) => codeSpan(textOf(value)),
  });
  engine.registerFilter("count", countOf);
  return function renderTemplate(path, view) {
    const template = templates.get(path);
    if (template === undefined) throw new Error(`the template ${path} is missing`);
    return tidy(String(engine.parseAndRenderSync(template, view)));
  };
}

/** `1 index`, `2 indexes`; the plural only where it is not made with an s. */
function countOf(count: number, one: string, many = `${one}s`): string {
  return `${count} ${count === 1 ? one : many}`;
}

/** What is wrong in a template, with its line; nothing where an error is not about a template. */
export function reasonOfTemplateError(error: unknown): string | undefined {
  if (!LiquidError.is(error)) return undefined;
  const [line] = error.token.getPosition();
  const message = error.message
    .replace(/, (?:file:[^,]*, )?line:\d+, col:\d+$/, "")
    .replace(/^undefined (?=filter|variable)/, "unknown ");
  return `line ${line}: ${message}`;
}

/** A value that is no text would be written as something that nobody meant. */
function textOf(value: unknown): string {
  if (typeof value === "string" || typeof value === "number") return String(value);
  throw new Error(`a template outputs a value that is no text: ${JSON.stringify(value)}`);
}

/** One blank line between blocks, none at the end of lines. */
function tidy(text: string): string {
  return `${text
    .replace(/[ \t]+$/gm, "")
    .replace(/\n{3,}/g, "\n\n")
    .trim()}\n`;
}
