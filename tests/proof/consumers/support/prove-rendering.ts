import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { Browser } from "puppeteer";
import { walkOperations } from "../../../../src/checks/artifacts/openapi/walk-operations.ts";
import type { ExampleDocument } from "./example-documents.ts";

/** A name that nobody can have (RFC 6761): whatever is asked of it is answered here. */
const ORIGIN = "http://swagger-ui.invalid/";

const load = createRequire(import.meta.url);
const FILES = new Map([
  ["swagger-ui.css", "text/css; charset=utf-8"],
  ["swagger-ui-bundle.js", "text/javascript; charset=utf-8"],
]);

/** What Swagger UI shows of a document. */
export interface Rendering {
  readonly shown: number;
  readonly expected: number;
  readonly errors: readonly string[];
  /** Addresses that the page asked for, and that are not its own. */
  readonly leaving: readonly string[];
}

/** Renders a document in a page that nothing leaves. */
export async function proveRendering(
  browser: Browser,
  { root }: ExampleDocument,
): Promise<Rendering> {
  const page = await browser.newPage();
  const leaving: string[] = [];
  const errors: string[] = [];
  page.on("pageerror", (error) => errors.push(String(error)));
  await page.setRequestInterception(true);
  page.on("request", (request) => {
    const url = request.url();
    const name = url.startsWith(ORIGIN) ? url.slice(ORIGIN.length) : undefined;
    const contentType = FILES.get(name ?? "?");
    if (name === "")
      void request.respond({ contentType: "text/html; charset=utf-8", body: html(root) });
    else if (contentType !== undefined && name !== undefined) {
      const body = readFileSync(load.resolve(`swagger-ui-dist/${name}`));
      void request.respond({ contentType, body });
    } else {
      if (name !== "favicon.ico" && !url.startsWith("data:")) leaving.push(url);
      void request.abort();
    }
  });
  try {
    await page.goto(ORIGIN);
    await page.waitForFunction("window.rendered === true", { timeout: 60_000 });
    const shown = await page.$$eval(".opblock-summary-path", (found) => found.length);
    const complaints = await page.$$eval(".errors-wrapper .error, .errors-wrapper pre", (found) =>
      found.map((each) => each.textContent ?? ""),
    );
    // Callbacks are shown inside the operation that they belong to.
    const expected = walkOperations(root).filter(
      ({ pointer }) => pointer.split("/").length === 4,
    ).length;
    return { shown, expected, errors: [...errors, ...complaints], leaving };
  } finally {
    await page.close();
  }
}

function html(root: unknown): string {
  const spec = JSON.stringify(root).replaceAll("<", "\\u003c");
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>API</title>
<link rel="stylesheet" href="swagger-ui.css"></head><body><div id="ui"></div>
<script src="swagger-ui-bundle.js"></script>
<script>SwaggerUIBundle({ spec: ${spec}, dom_id: "#ui", docExpansion: "list", validatorUrl: null,
  onComplete() { setTimeout(() => { window.rendered = true; }, 200); } });</script></body></html>`;
}
