import puppeteer from "puppeteer";
import { afterAll, beforeAll, expect, test } from "vitest";
import { findBrowser } from "../../support/find-browser.ts";
import { exampleDocuments } from "./support/example-documents.ts";
import { proveRendering } from "./support/prove-rendering.ts";

const found = await findBrowser();
let browser: Awaited<ReturnType<typeof puppeteer.launch>> | undefined;

beforeAll(async () => {
  if (found.path === undefined) return;
  browser = await puppeteer.launch({ executablePath: found.path, args: ["--no-sandbox"] });
});

afterAll(async () => {
  await browser?.close();
});

test.each(found.path === undefined ? [] : exampleDocuments("gateways"))(
  "Swagger UI renders every operation of $name",
  async (document) => {
    if (browser === undefined) return;
    const { shown, expected, errors, leaving } = await proveRendering(browser, document);
    expect(errors).toEqual([]);
    expect(leaving).toEqual([]);
    expect(shown).toBe(expected);
    expect(shown).toBeGreaterThan(0);
  },
);

test.skipIf(found.path !== undefined)(
  `Swagger UI, left out: ${found.reason ?? ""}`,
  () => undefined,
);
