/// <reference lib="dom" />
import type { renderMermaid } from "@mermaid-js/mermaid-cli";
import type { Browser, HTTPRequest, Page, Viewport } from "puppeteer";
import type { DrawRequest } from "./draw-in-page.ts";
import { drawInPage } from "./draw-in-page.ts";
import { DRAWING_SETTINGS } from "./drawing-settings.ts";
import { pictureScale } from "./picture-scale.ts";
import { within } from "./within.ts";

/** The part of `@mermaid-js/mermaid-cli` that draws; absent where it is not installed. */
export interface MermaidCli {
  readonly renderMermaid: typeof renderMermaid;
}

const CLOSE_LIMIT_MS = 5000;
/** Wins over the priority with which mermaid-cli answers requests. */
const GUARD_PRIORITY = 1;
const INSIDE = /^(?:about:|data:|blob:|https:\/\/mermaid-cli-intercept\.invalid\/)/;

/**
 * A picture drawn by mermaid-cli, with the legend, titles and colours of ours. Undefined where it
 * draws none in time.
 */
export async function printWithMermaidCli(
  cli: MermaidCli,
  browser: Browser,
  request: DrawRequest,
  format: "png" | "pdf",
  timeLimitMs: number,
): Promise<Uint8Array | undefined> {
  const pages: Page[] = [];
  const drawn = await within(
    timeLimitMs,
    cli
      .renderMermaid(mendingBrowser(browser, request, pages), request.text, format, {
        svgId: request.id,
        viewport: { width: 1600, height: 1200 },
        mermaidConfig: DRAWING_SETTINGS,
      })
      .catch(() => "late" as const),
  );
  if (drawn !== "late") return drawn.data;
  // A text that hangs its page would burn a processor for as long as the others are drawn.
  await Promise.all(
    pages.map((page) =>
      within(
        CLOSE_LIMIT_MS,
        page.close().catch(() => {}),
      ),
    ),
  );
  return undefined;
}

/** A browser whose pages mend what mermaid-cli drew before it measures and takes it. */
function mendingBrowser(browser: Browser, request: DrawRequest, pages: Page[]): Browser {
  async function newPage(): Promise<Page> {
    const page = await browser.newPage();
    pages.push(page);
    page.on("request", guard);
    const on = page.on.bind(page);
    // What the page logs is no news to anybody.
    page.on = (type, handler) => (type === "console" ? page : on(type, handler));
    const measure: typeof page.$eval = page.$eval.bind(page);
    const setViewport = page.setViewport.bind(page);
    let deviceScaleFactor: number | undefined;
    Object.assign(page, {
      async $eval(...[selector, ...rest]: Parameters<typeof measure>) {
        if (selector === "svg" && deviceScaleFactor === undefined) {
          const size = await page.evaluate(drawInPage, { ...request, isDrawn: true });
          deviceScaleFactor = pictureScale(size);
        }
        return measure(selector, ...rest);
      },
      // mermaid-cli asks for the size of the picture here, before it takes it.
      setViewport: async (size: Viewport) =>
        setViewport({ ...size, deviceScaleFactor: deviceScaleFactor ?? 1 }),
    });
    return page;
  }
  return new Proxy(browser, {
    get: (target, key) => (key === "newPage" ? newPage : Reflect.get(target, key, target)),
  });
}

/** Nothing but the page of mermaid-cli and what it loads from its own folder. */
function guard(request: HTTPRequest): void {
  const isPage = request.isNavigationRequest() && request.url().startsWith("file:");
  if (isPage || INSIDE.test(request.url()) || request.isInterceptResolutionHandled()) return;
  void request.abort("blockedbyclient", GUARD_PRIORITY).catch(() => {});
}
