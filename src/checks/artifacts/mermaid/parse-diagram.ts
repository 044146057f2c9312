/** What Mermaid's parser says about a text; the line counts from 1. */
export interface ParseProblem {
  readonly message: string;
  readonly line?: number;
}

type Parse = (text: string) => Promise<unknown>;

let loaded: Promise<Parse> | undefined;

/** Parses a diagram with Mermaid itself, in plain Node: nothing is rendered. */
export async function parseDiagram(text: string): Promise<ParseProblem | undefined> {
  loaded ??= loadParser();
  const parse = await loaded;
  // `box` in a sequence asks the browser for its colours. A window that stays would change how
  // other libraries load.
  const scope = globalThis as { window?: unknown };
  const before = Object.getOwnPropertyDescriptor(scope, "window");
  scope.window = { CSS: { supports: () => true } };
  try {
    await parse(text);
    return undefined;
  } catch (error) {
    return problemOf(error);
  } finally {
    if (before === undefined) delete scope.window;
    else Object.defineProperty(scope, "window", before);
  }
}

/** Without a document DOMPurify has no methods; the parser calls them but needs no answer. */
async function loadParser(): Promise<Parse> {
  const purify: object = (await import("dompurify")).default;
  const missing: Readonly<Record<string, unknown>> = {
    addHook: ignore,
    removeHook: ignore,
    sanitize: String,
  };
  for (const [name, stub] of Object.entries(missing)) {
    if (!(name in purify)) Object.assign(purify, { [name]: stub });
  }
  const { default: mermaid } = await import("mermaid");
  return (text) => mermaid.parse(text);
}

function ignore(): void {
  return undefined;
}

function problemOf(error: unknown): ParseProblem {
  const text = error instanceof Error ? error.message : String(error);
  const [first = ""] = text.split("\n");
  const expected = /Expecting [^\n]{1,200}/.exec(text)?.[0];
  const summary = first.replace(/:$/, "").trim();
  const message = expected === undefined ? summary : `${summary}: ${shorten(expected)}`;
  const line = Number(/(?:on|at) line (\d+)/i.exec(text)?.[1]);
  return Number.isInteger(line) && line > 0 ? { message, line } : { message };
}

function shorten(text: string): string {
  return text.length <= 120 ? text : `${text.slice(0, 119)}…`;
}
