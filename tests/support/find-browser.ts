import { accessSync, constants } from "node:fs";
import { delimiter, join } from "node:path";

/** A browser that can draw, or why there is none. */
export type FoundBrowser =
  | { readonly path: string; readonly reason?: undefined }
  | { readonly path?: undefined; readonly reason: string };

const NAMES = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome"];

/** `GROUNDPLAN_CHROME`, a browser on PATH, or the one that @sparticuz/chromium unpacks. */
export async function findBrowser(): Promise<FoundBrowser> {
  const named = process.env["GROUNDPLAN_CHROME"];
  if (named !== undefined && named !== "") return { path: named };
  const folders = (process.env["PATH"] ?? "").split(delimiter);
  for (const path of folders.flatMap((folder) => NAMES.map((name) => join(folder, name)))) {
    if (isExecutable(path)) return { path };
  }
  try {
    // Without this it does not unpack the libraries that a bare machine lacks.
    process.env["AWS_EXECUTION_ENV"] ??= "AWS_Lambda_nodejs24.x";
    const { default: chromium } = await import("@sparticuz/chromium");
    return { path: await chromium.executablePath() };
  } catch (error) {
    return { reason: `no browser: set GROUNDPLAN_CHROME (${String(error)})` };
  }
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
