import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { pathToFileURL } from "node:url";
import type { Browser, Page } from "puppeteer";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { committedDesigns } from "../support/committed-designs.ts";
import { findBrowser } from "../support/find-browser.ts";
import { siteOf } from "./site-of.ts";

const found = await findBrowser();
const AXE = createRequire(import.meta.url).resolve("axe-core/axe.min.js");

interface Violation {
  readonly id: string;
  readonly impact: string | null;
  readonly nodes: readonly { readonly target: readonly string[] }[];
}

describe.skipIf(found.path === undefined)(
  "the site of the marketplace, from the file system",
  () => {
    const folder = mkdtempSync(join(tmpdir(), "groundplan-site-"));
    let browser: Browser;

    beforeAll(async () => {
      const design = committedDesigns().find(([name]) => name === "marketplace")?.[1];
      if (design === undefined) throw new Error("output/marketplace is missing");
      for (const [path, content] of await siteOf(design())) {
        mkdirSync(dirname(join(folder, path)), { recursive: true });
        writeFileSync(join(folder, path), content);
      }
      const { default: puppeteer } = await import("puppeteer");
      browser = await puppeteer.launch({
        ...(found.path === undefined ? {} : { executablePath: found.path }),
        args: ["--no-sandbox", "--disable-gpu"],
      });
    }, 60_000);

    afterAll(async () => {
      await browser?.close();
      rmSync(folder, { recursive: true, force: true });
    });

    test.each([
      ["index.html", 1400, "light"],
      ["docs/boundaries.html", 1400, "dark"],
      ["docs/data.html", 500, "dark"],
      ["tables/ordering/order.html", 1400, "light"],
      ["api/ordering.html", 400, "light"],
      ["requirements.html", 1400, "dark"],
      ["docs/decisions/index.html", 1400, "light"],
      ["files/database/ordering/schema.sql.html", 1400, "dark"],
      ["api/ordering-reference.html", 1400, "light"],
    ] as const)("%s, %i wide, %s", { timeout: 60_000 }, async (path, width, scheme) => {
      const { page, problems } = await open(path, width, scheme);
      await page.waitForFunction(
        "[...document.querySelectorAll('figure.diagram')].every((f) => f.classList.contains('drawn'))",
      );
      const grounds = await page.$$eval(".canvas .ground", (all) =>
        all.map((ground) => getComputedStyle(ground).fill),
      );
      const isLight = grounds.map((fill) => fill === "rgb(255, 255, 255)");
      expect(isLight, "pictures follow the scheme").toEqual(grounds.map(() => scheme === "light"));
      expect(problems).toEqual([]);
      expect(await page.evaluate("document.documentElement.scrollWidth <= innerWidth")).toBe(true);
      await page.evaluate(readFileSync(AXE, "utf8"));
      // The inside of Swagger UI is another project's markup.
      const violations = (await page.evaluate(
        "axe.run({ exclude: [['#reference']] }, { resultTypes: ['violations'] }).then((r) => r.violations)",
      )) as readonly Violation[];
      expect(
        violations
          .filter(({ impact }) => impact === "serious" || impact === "critical")
          .map(({ id, nodes }) => `${id}: ${nodes[0]?.target.join(" ")}`),
      ).toEqual([]);
      await page.close();
    });

    test(
      "the search leads to a section, and the reference shows every operation",
      { timeout: 60_000 },
      async () => {
        const { page, problems } = await open("docs/capacity.html", 1200, "light");
        await page.focus("#query");
        await page.type("#query", "cancel order");
        await page.waitForSelector("#results a");
        const first = await page.$eval("#results a", (link) => link.href);
        expect(first).toMatch(/cancel-order/);
        await page.goto(first);
        expect(await page.$eval("h1", (heading) => heading.textContent)).not.toBe("");
        await page.goto(pathToFileURL(join(folder, "api/ordering-reference.html")).href);
        await page.waitForSelector(".opblock");
        const contract = readFileSync(join(folder, "api/ordering.html"), "utf8");
        const operations = contract.match(/<section class="operation">/g) ?? [];
        expect(operations.length).toBeGreaterThan(4);
        expect((await page.$$(".opblock")).length).toBe(operations.length);
        expect(problems).toEqual([]);
        await page.close();
      },
    );

    async function open(
      path: string,
      width: number,
      scheme: "light" | "dark",
    ): Promise<{ readonly page: Page; readonly problems: string[] }> {
      const page = await browser.newPage();
      const problems: string[] = [];
      await page.setViewport({ width, height: 900 });
      await page.emulateMediaFeatures([{ name: "prefers-color-scheme", value: scheme }]);
      page.on("request", (request) => {
        if (!/^(?:file|data|blob):/.test(request.url()))
          problems.push(`asked for ${request.url()}`);
      });
      page.on("pageerror", (error) => problems.push(String(error)));
      page.on("console", (message) => {
        if (message.type() === "error") problems.push(message.text());
      });
      await page.goto(pathToFileURL(join(folder, path)).href);
      return { page, problems };
    }
  },
);

test.skipIf(found.path !== undefined)("no browser to look at the site with", ({ skip }) => {
  skip(found.reason);
});
