import { Liquid } from "liquidjs";
import { escapeHtml } from "./escape-html.ts";

/** Renders a template of `templates/site/` by its file name; every output is escaped for HTML. */
export type RenderHtml = (name: string, view: object) => string;

/** The template engine for pages. A value is escaped unless the template says `| raw`. */
export function createHtmlRenderer(templates: ReadonlyMap<string, string>): RenderHtml {
  const engine = new Liquid({
    templates: {},
    strictVariables: true,
    strictFilters: true,
    ownPropertyOnly: true,
    outputEscape: (value: unknown) => escapeHtml(String(value)),
  });
  // Hundreds of pages come from one template.
  const parsed = new Map([...templates].map(([name, text]) => [name, engine.parse(text)]));
  return function renderHtml(name, view) {
    const template = parsed.get(name);
    if (template === undefined) throw new Error(`the template of pages ${name} is missing`);
    return String(engine.renderSync(template, view));
  };
}
