/// <reference lib="dom" />
import type { Browser, Page } from "puppeteer";
import type { DrawnSvg, DrawRequest } from "./draw-in-page.ts";
import { drawInPage } from "./draw-in-page.ts";
import { DRAWING_SETTINGS } from "./drawing-settings.ts";
import { within } from "./within.ts";

/** A page that draws one diagram after the other; a new one takes its place after a failure. */
export interface DrawingPage {
  /** The picture, or why there is none. */
  draw(request: DrawRequest): Promise<DrawnSvg | { readonly failure: string }>;
  close(): Promise<void>;
}

/** More than the slowest that groundplan makes takes, on a busy machine. */
const CLOSE_LIMIT_MS = 5000;
const BLANK = `<!doctype html><meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; img-src data:; font-src data:">`;

/**
 * Loads Mermaid once, into a page that reaches nothing: no address resolves, every request is ended,
 * and its policy allows none.
 */
export function createDrawingPage(
  browser: Browser,
  script: string,
  timeLimitMs: number,
): DrawingPage {
  let page: Page | undefined;

  async function draw(request: DrawRequest): Promise<DrawnSvg | { readonly failure: string }> {
    const current = page ?? (await openPage(browser, script));
    page = current;
    const drawn = await within(
      timeLimitMs,
      current.evaluate(drawInPage, request).catch((error: unknown) => ({
        failure: reasonOf(error),
      })),
    );
    if (drawn !== "late" && !("failure" in drawn)) return drawn;
    await close();
    return drawn === "late"
      ? { failure: `it took longer than ${Math.round(timeLimitMs / 1000)} s` }
      : drawn;
  }

  async function close(): Promise<void> {
    const old = page;
    page = undefined;
    if (old !== undefined) await within(CLOSE_LIMIT_MS, old.close());
  }

  return { draw, close };
}

/** A page without a network. */
export async function openBlankPage(browser: Browser): Promise<Page> {
  const page = await browser.newPage();
  await page.setRequestInterception(true);
  page.on("request", (request) => {
    const isInside = /^(?:about|data):/.test(request.url());
    void (isInside ? request.continue() : request.abort()).catch(() => {});
  });
  page.on("dialog", (dialog) => void dialog.dismiss().catch(() => {}));
  await page.setContent(BLANK);
  return page;
}

async function openPage(browser: Browser, script: string): Promise<Page> {
  const page = await openBlankPage(browser);
  await page.evaluate(script);
  await page.evaluate((settings) => {
    (window as unknown as { mermaid: { initialize(settings: object): void } }).mermaid.initialize(
      settings,
    );
  }, DRAWING_SETTINGS);
  return page;
}

function reasonOf(error: unknown): string {
  const text = error instanceof Error ? error.message : String(error);
  const line =
    text
      .split("\n")
      .find((part) => part.trim() !== "")
      ?.trim() ?? "";
  return line.length > 200 ? `${line.slice(0, 199)}…` : line;
}
