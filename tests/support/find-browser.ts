import { createNodeBrowsers } from "../../src/host/node-browsers.ts";

/** A browser that can draw, or why there is none. */
export type FoundBrowser =
  | { readonly path: string; readonly reason?: undefined }
  | { readonly path?: undefined; readonly reason: string };

/** The browser of this machine, or the one that @sparticuz/chromium unpacks. */
export async function findBrowser(): Promise<FoundBrowser> {
  const { installed, packaged } = createNodeBrowsers();
  const path = (await installed()) ?? (await packaged());
  return path === undefined ? { reason: "no browser: set GROUNDPLAN_CHROME" } : { path };
}
