import type { Browser } from "puppeteer";
import type { Diagnostic } from "../../diagnostics/diagnostic.ts";
import { declareDiagnostic } from "../../diagnostics/declare-diagnostic.ts";
import type { Browsers } from "../../host/host.ts";

export interface OpenedBrowser {
  /** Absent where there is none that starts. */
  readonly browser?: Browser;
  /** Which step of the ladder was taken, in words. */
  readonly how: string;
  readonly diagnostics: readonly Diagnostic[];
}

export const browserFailed = declareDiagnostic<{
  readonly path: string;
  readonly reason: string;
}>({
  code: "pictures/browser-failed",
  severity: "warning",
  message: ({ path, reason }) => `the browser ${path} does not start: ${reason}`,
  fix: "name one that does in GROUNDPLAN_CHROME",
});

const ARGUMENTS: readonly string[] = [
  "--disable-gpu",
  "--disable-dev-shm-usage",
  "--disable-extensions",
  "--disable-background-networking",
  "--host-resolver-rules=MAP * ~NOTFOUND",
  "--no-first-run",
  "--hide-scrollbars",
];

/** The browser of the machine, else the one that comes as a package. The caller closes it. */
export async function openBrowser(browsers: Browsers | undefined): Promise<OpenedBrowser> {
  const diagnostics: Diagnostic[] = [];
  const steps = [
    { how: "the browser of this machine", find: browsers?.installed },
    { how: "the packaged Chromium", find: browsers?.packaged },
  ];
  for (const { how, find } of steps) {
    const path = await find?.();
    if (path === undefined) continue;
    const started = await start(path);
    if (typeof started !== "string") return { browser: started, how, diagnostics };
    diagnostics.push(browserFailed("package", { path, reason: started }));
  }
  return { how: "no browser", diagnostics };
}

/** Its sandbox needs rights that containers and the super-user do not have: then without. */
async function start(executablePath: string): Promise<Browser | string> {
  const { launch } = await import("puppeteer");
  let reason = "";
  for (const args of [ARGUMENTS, [...ARGUMENTS, "--no-sandbox"]]) {
    try {
      return await launch({ executablePath, args: [...args] });
    } catch (error) {
      reason = error instanceof Error ? (error.message.split("\n")[0] ?? "") : String(error);
    }
  }
  return reason;
}
