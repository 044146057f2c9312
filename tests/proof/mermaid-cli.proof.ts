import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { findBrowser } from "../support/find-browser.ts";

/** The committed packages are drawn by the program that anybody would use, as they stand. */
const OUTPUT = join(import.meta.dirname, "../../output");
const LIMIT = 180_000;
const AT_ONCE = 2;
const found = await findBrowser();

describe.skipIf(found.path === undefined)(`mermaid-cli draws${found.reason ?? ""}`, () => {
  test.for(readdirSync(OUTPUT))("every diagram of %s", { timeout: LIMIT }, async (name) => {
    const folder = join(OUTPUT, name, "diagrams");
    const waiting = readdirSync(folder).filter((file) => file.endsWith(".mmd"));
    expect(waiting.length).toBeGreaterThan(5);
    const { launch } = await import("puppeteer");
    const { renderMermaid } = await import("@mermaid-js/mermaid-cli");
    const browser = await launch({
      executablePath: found.path ?? "",
      args: ["--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage"],
    });
    const refused: string[] = [];
    async function work(): Promise<void> {
      for (let file = waiting.shift(); file !== undefined; file = waiting.shift()) {
        const text = readFileSync(join(folder, file), "utf8");
        const options = { fontEmbed: false };
        const svg = await renderMermaid(browser, text, "svg", options).then(
          ({ data }) => new TextDecoder().decode(data),
          (error: unknown) => `refused: ${String(error)}`,
        );
        const isDrawn = svg.startsWith("<svg") && !/roledescription="error"|Maximum text/.test(svg);
        if (!isDrawn) refused.push(`${file}: ${svg.slice(0, 200)}`);
      }
    }
    try {
      await Promise.all(Array.from({ length: AT_ONCE }, work));
    } finally {
      await browser.close();
    }
    expect(refused).toEqual([]);
  });
});
