import puppeteer from "puppeteer";
import { describe, expect, test } from "vitest";
import { exampleDocuments } from "./consumers/support/example-documents.ts";
import { findConsumers, NOT_INSTALLED } from "./consumers/support/find-consumers.ts";
import { proveClients } from "./consumers/support/prove-clients.ts";
import { proveMock } from "./consumers/support/prove-mock.ts";
import { proveRendering } from "./consumers/support/prove-rendering.ts";
import { proveWorkflows } from "./consumers/support/prove-workflows.ts";
import { findBrowser } from "../support/find-browser.ts";

// The tests take the gateway and one context of each example; this takes every document.
const consumers = findConsumers();
const found = await findBrowser();
const documents = exampleDocuments("all");

describe.skipIf(consumers === undefined)("every document of the examples", () => {
  test.each(documents)("is served by Prism: $name", async (document) => {
    if (consumers === undefined) return;
    const { operations, calls, problems } = await proveMock(consumers, document);
    expect(problems).toEqual([]);
    expect(calls).toBeGreaterThanOrEqual(operations);
  });

  test.each(documents)("passes its own workflows: $name", async (document) => {
    if (consumers === undefined) return;
    const { workflows, checks, output } = await proveWorkflows(consumers, document);
    expect(workflows.passed, output).toBe(workflows.total);
    expect(checks.passed, output).toBe(checks.total);
    expect(workflows.total, output).toBeGreaterThan(0);
  });

  test("makes clients that the strict compiler takes", async () => {
    if (consumers === undefined) return;
    expect(await proveClients(consumers, documents)).toBe("");
  });
});

test.skipIf(found.path === undefined)("every document is rendered by Swagger UI", async () => {
  if (found.path === undefined) return;
  const browser = await puppeteer.launch({ executablePath: found.path, args: ["--no-sandbox"] });
  try {
    for (const document of documents) {
      const { shown, expected, errors, leaving } = await proveRendering(browser, document);
      expect({ errors, leaving, shown }, document.name).toEqual({
        errors: [],
        leaving: [],
        shown: expected,
      });
    }
  } finally {
    await browser.close();
  }
});

test.skipIf(consumers !== undefined)(`consumers, ${NOT_INSTALLED}`, () => undefined);
