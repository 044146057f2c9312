import { beforeAll, describe, expect, test } from "vitest";
import { renderPictures } from "../../src/engines/pictures/render-pictures.ts";
import { check } from "../../src/pipeline/check.ts";
import { pictures } from "../../src/pipeline/pictures.ts";
import { invalid, valid } from "../support/cases.ts";
import { generateSample, ROOT, sampleHost } from "../support/sample-package.ts";

const REQUEST = { root: ROOT, format: "svg", theme: "auto" } as const;
let files: Readonly<Record<string, Uint8Array>> = {};

beforeAll(async () => {
  const host = sampleHost();
  await generateSample(host);
  files = host.snapshot();
});

test("pictures stand beside the package, and check does not miss or mind them", async () => {
  const host = sampleHost(files);
  const report = await pictures(REQUEST, host);
  expect(report.status).toBe("done");
  const paths = Object.keys(host.snapshot());
  const sources = paths.filter((path) => path.endsWith(".mmd"));
  expect(sources.length).toBeGreaterThan(5);
  expect(paths.filter((path) => path.endsWith(".svg"))).toHaveLength(sources.length);
  const { diagnostics } = await check({ roots: [ROOT], depth: "fast" }, host);
  expect(diagnostics.filter(({ code }) => code.startsWith("drift/"))).toEqual([]);
});

describe("the ladder", () => {
  const good = { name: "a", text: "flowchart LR\n a --> b\n" };
  const browsers = {
    installed: async () => undefined,
    packaged: async () => undefined,
  };
  const libraries = { read: async () => "" };
  const options = { format: "svg", theme: "light", libraries } as const;
  const draw = (text: string, more: object = {}) =>
    renderPictures([{ ...good, text }], { ...options, ...more });

  valid("pictures/no-browser", "nothing to draw", () => renderPictures([], options));
  invalid("pictures/no-browser", "a machine without any", () => draw(good.text, { browsers }));
  valid("pictures/not-drawn", "a diagram", () => draw(good.text));
  invalid("pictures/not-drawn", "a text that is no diagram", () => draw(""));
  valid("pictures/browser-failed", "a machine without any", () => draw(good.text, { browsers }));
  invalid("pictures/browser-failed", "a program that is not there", () =>
    draw(good.text, { browsers: { ...browsers, installed: async () => "/nowhere/chrome" } }),
  );
});

valid("package/no-diagrams", "a package", () => pictures(REQUEST, sampleHost(files)));
invalid("package/no-diagrams", "a package without them", () => {
  const kept = Object.entries(files).filter(([path]) => !path.endsWith(".mmd"));
  return pictures(REQUEST, sampleHost(Object.fromEntries(kept)));
});
