import { accessSync, constants, existsSync } from "node:fs";
import { delimiter, join } from "node:path";
import type { Browsers } from "./host.ts";

const NAMES: readonly string[] = [
  "chromium",
  "chromium-browser",
  "google-chrome",
  "google-chrome-stable",
  "chrome",
  "microsoft-edge",
  "msedge",
];

/** Where applications are that put nothing on the path. */
const APPLICATIONS: readonly string[] = [
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
  "/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge",
  "C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe",
  "C:\\Program Files (x86)\\Google\\Chrome\\Application\\chrome.exe",
  "C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe",
];

/** Not named where it is imported: it is an optional package. */
const PACKAGE = "@sparticuz/chromium";

interface ChromiumPackage {
  readonly default: { executablePath(): Promise<string> };
}

/** The browsers of this machine. */
export function createNodeBrowsers(): Browsers {
  return {
    installed: findInstalled,
    packaged: unpack,
  };
}

async function findInstalled(): Promise<string | undefined> {
  for (const variable of ["GROUNDPLAN_CHROME", "PUPPETEER_EXECUTABLE_PATH"]) {
    const named = process.env[variable] ?? "";
    if (named !== "") return named;
  }
  const folders = (process.env["PATH"] ?? "").split(delimiter).filter((folder) => folder !== "");
  const ending = process.platform === "win32" ? ".exe" : "";
  const candidates = [
    ...NAMES.flatMap((name) => folders.map((folder) => join(folder, `${name}${ending}`))),
    ...APPLICATIONS,
  ];
  return candidates.find(isExecutable);
}

/**
 * The package unpacks the libraries that a bare machine lacks only where it believes itself in a
 * function of AWS, and its fonts are found below /tmp only.
 */
async function unpack(): Promise<string | undefined> {
  if (process.platform !== "linux" || process.arch !== "x64") return undefined;
  if (process.env["AWS_EXECUTION_ENV"] === undefined) {
    process.env["AWS_EXECUTION_ENV"] = "AWS_Lambda_nodejs24.x";
  }
  const loaded: unknown = await import(PACKAGE).catch(() => undefined);
  if (!isChromiumPackage(loaded)) return undefined;
  const path = await loaded.default.executablePath();
  if (!existsSync("/tmp/fonts") && existsSync("/etc/fonts")) {
    process.env["FONTCONFIG_PATH"] = "/etc/fonts";
  }
  return path;
}

function isChromiumPackage(loaded: unknown): loaded is ChromiumPackage {
  return typeof loaded === "object" && loaded !== null && "default" in loaded;
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
