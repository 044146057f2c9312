import type { Browser } from "puppeteer";
import { declareDiagnostic } from "../../diagnostics/declare-diagnostic.ts";
import type { Diagnostic } from "../../diagnostics/diagnostic.ts";
import type { Browsers, Libraries } from "../../host/host.ts";
import type { DrawnSvg } from "./draw-in-page.ts";
import type { DrawingPage } from "./drawing-page.ts";
import { createDrawingPage } from "./drawing-page.ts";
import { drawWithoutBrowser } from "./draw-without-browser.ts";
import { openBrowser } from "./open-browser.ts";
import { loadMermaidCli } from "./load-mermaid-cli.ts";
import type { Picture, PictureFormat, PictureSource, PictureTheme } from "./picture.ts";
import { printPicture } from "./print-picture.ts";
import type { MermaidCli } from "./print-with-mermaid-cli.ts";
import { printWithMermaidCli } from "./print-with-mermaid-cli.ts";

export interface PictureOptions {
  readonly format: PictureFormat;
  readonly theme: PictureTheme;
  /** Absent on a machine without any. */
  readonly browsers?: Browsers;
  /** Where the pages get Mermaid from; without them there is nothing to draw with in a browser. */
  readonly libraries?: Libraries | undefined;
  /** What prints PNG and PDF where it is installed; our own page where this gives nothing. */
  readonly mermaidCli?: () => Promise<MermaidCli | undefined>;
  /** For one diagram, in milliseconds. */
  readonly timeLimitMs?: number;
}

export interface RenderedPictures {
  /** In the order of the sources; without those that could not be drawn. */
  readonly pictures: readonly Picture[];
  /** What drew them, in words. */
  readonly how: string;
  /** Warnings only: a package is complete without pictures. */
  readonly diagnostics: readonly Diagnostic[];
}

export const noBrowser = declareDiagnostic<{ readonly instead: string }>({
  code: "pictures/no-browser",
  severity: "warning",
  message: ({ instead }) => `there is no browser to draw with: ${instead}`,
  fix: "install Chromium or Chrome, name one in GROUNDPLAN_CHROME, or install @sparticuz/chromium",
});

export const notDrawn = declareDiagnostic<{ readonly name: string; readonly reason: string }>({
  code: "pictures/not-drawn",
  severity: "warning",
  message: ({ name, reason }) => `${name} is not drawn: ${reason}`,
  fix: "run `groundplan check` to see what is wrong with its text",
});

const TIME_LIMIT_MS = 20_000;
/** More pages only wait for each other; a screenshot is taken of one page at a time. */
const PAGES = 2;
const WITH_CLI = "through @mermaid-js/mermaid-cli";
const WITHOUT_CLI = "through a page of groundplan (@mermaid-js/mermaid-cli is not installed)";

/**
 * Draws Mermaid texts: in one browser whose pages load Mermaid once and reach no network, else without
 * a browser. No text can hang it, or keep the others from being drawn.
 */
export async function renderPictures(
  sources: readonly PictureSource[],
  options: PictureOptions,
): Promise<RenderedPictures> {
  if (sources.length === 0) return { pictures: [], how: "nothing to draw", diagnostics: [] };
  const script = await options.libraries?.read("mermaid/dist/mermaid.min.js");
  const { browser, how, diagnostics } = await openBrowser(
    script === undefined ? undefined : options.browsers,
  );
  if (browser === undefined || script === undefined) {
    const plain = await renderWithout(sources, options);
    return { ...plain, diagnostics: [...diagnostics, ...plain.diagnostics] };
  }
  try {
    const { mermaidCli = loadMermaidCli, format } = options;
    const cli = format === "svg" ? undefined : await mermaidCli();
    const fallen: string[] = [];
    const drawn = await drawAll(sources, options, browser, script, cli, fallen);
    const pictures = drawn.flatMap((one) => ("content" in one ? [one] : []));
    const failures = drawn.flatMap((one) => ("content" in one ? [] : [one]));
    const others =
      fallen.length === 0 ? "" : ` (${fallen.join(", ")} through a page of groundplan)`;
    const printer =
      format === "svg" ? "" : `, ${cli === undefined ? WITHOUT_CLI : `${WITH_CLI}${others}`}`;
    return { pictures, how: `${how}${printer}`, diagnostics: [...diagnostics, ...failures] };
  } finally {
    await browser.close();
  }
}

async function drawAll(
  sources: readonly PictureSource[],
  options: PictureOptions,
  browser: Browser,
  script: string,
  cli: MermaidCli | undefined,
  fallen: string[],
): Promise<readonly (Picture | Diagnostic)[]> {
  const { format, theme, timeLimitMs = TIME_LIMIT_MS } = options;
  const results = new Map<string, Picture | Diagnostic>();
  const waiting = [...sources];

  async function work(page: DrawingPage): Promise<void> {
    for (let source = waiting.shift(); source !== undefined; source = waiting.shift()) {
      results.set(source.name, await drawOne(source, page));
    }
    await page.close();
  }

  async function drawOne(source: PictureSource, page: DrawingPage): Promise<Picture | Diagnostic> {
    const { name, text, legend = [] } = source;
    const scheme = theme === "auto" && format !== "svg" ? "light" : theme;
    const request = { id: idOf(name), text, theme: scheme, legend };
    if (cli !== undefined && format !== "svg") {
      const content = await printWithMermaidCli(cli, browser, request, format, timeLimitMs);
      if (content !== undefined) return { name, format, content };
    }
    const drawn = await page.draw(request);
    if ("failure" in drawn) return failed(name, drawn.failure);
    const content = await contentOf(drawn);
    if (content === undefined) return failed(name, "the browser takes no picture of it");
    if (cli !== undefined) fallen.push(name);
    return { name, format, content };
  }

  async function contentOf(drawn: DrawnSvg): Promise<string | Uint8Array | undefined> {
    return format === "svg" ? drawn.svg : printPicture(browser, drawn, format, timeLimitMs);
  }

  const count = format === "svg" ? Math.min(PAGES, sources.length) : 1;
  await Promise.all(
    Array.from({ length: count }, () => work(createDrawingPage(browser, script, timeLimitMs))),
  );
  return sources.flatMap(({ name }) => results.get(name) ?? []);
}

async function renderWithout(
  sources: readonly PictureSource[],
  { format }: PictureOptions,
): Promise<RenderedPictures> {
  if (format !== "svg") {
    const instead = `${format.toUpperCase()} needs one, so there are the Mermaid sources only`;
    return { pictures: [], how: "sources only", diagnostics: [noBrowser("package", { instead })] };
  }
  const pictures: Picture[] = [];
  const diagnostics = [
    noBrowser("package", { instead: "the pictures are those of a simpler renderer" }),
  ];
  for (const { name, text } of sources) {
    const drawn = await drawWithoutBrowser(text);
    if ("failure" in drawn) diagnostics.push(failed(name, drawn.failure));
    else pictures.push({ name, format, content: drawn.svg });
  }
  return { pictures, how: "a renderer without a browser", diagnostics };
}

function failed(name: string, reason: string): Diagnostic {
  return notDrawn("package", { name, reason }, { artifact: { path: `diagrams/${name}.mmd` } });
}

/** An id for the picture's own style sheet and markers: two pictures may stand on one page. */
function idOf(name: string): string {
  return `gp-${name.replace(/[^A-Za-z0-9-]/g, "_")}`;
}
