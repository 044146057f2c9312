import type { Browser, Page } from "puppeteer";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { designDiagrams } from "../../../src/artifacts/mermaid/design-diagrams.ts";
import { flowchartLegend } from "../../../src/artifacts/mermaid/flowchart-legend.ts";
import type { Design } from "../../../src/design/design.ts";
import type { PictureSource } from "../../../src/engines/pictures/picture.ts";
import { renderPictures } from "../../../src/engines/pictures/render-pictures.ts";
import type { Browsers } from "../../../src/host/host.ts";
import { createNodeBrowsers } from "../../../src/host/node-browsers.ts";
import { createNodeHost } from "../../../src/host/node.ts";
import { committedDesigns } from "../../support/committed-designs.ts";
import { designOfServices } from "../../support/design-of-services.ts";
import type { FoundBrowser } from "../../support/find-browser.ts";
import { findBrowser } from "../../support/find-browser.ts";
import { measurePicture } from "./measure-picture.ts";

const found: FoundBrowser = await findBrowser();
const LIMIT = 180_000;

describe.skipIf(found.path === undefined)(`in a browser ${found.reason ?? ""}`, () => {
  let browser: Browser | undefined;
  let page: Page | undefined;
  const browsers: Browsers = { ...createNodeBrowsers(), installed: async () => found.path };
  const { libraries } = createNodeHost({ quiet: true });

  beforeAll(async () => {
    const { launch } = await import("puppeteer");
    browser = await launch({ executablePath: found.path ?? "", args: ["--no-sandbox"] });
    page = await browser.newPage();
    await page.setViewport({ width: 2000, height: 2000 });
  });

  afterAll(async () => {
    await browser?.close();
  });

  const designs: readonly (readonly [string, () => Design])[] = [
    ...committedDesigns(),
    [
      "5 services",
      () => designOfServices({ services: 5, servicesPerContext: 2, tablesPerContext: 6 }),
    ],
    [
      "20 services",
      () =>
        designOfServices({ services: 20, servicesPerContext: 4, tablesPerContext: 12, regions: 2 }),
    ],
    [
      "60 services and 300 tables",
      () =>
        designOfServices({ services: 60, servicesPerContext: 5, tablesPerContext: 25, regions: 2 }),
    ],
    [
      "30 services of one context",
      () => designOfServices({ services: 30, servicesPerContext: 30, tablesPerContext: 3 }),
    ],
  ];

  test.for(designs)("every diagram of %s can be read", { timeout: LIMIT }, async ([, make]) => {
    const sources = sourcesOf(make());
    const { pictures, diagnostics } = await renderPictures(sources, {
      format: "svg",
      theme: "auto",
      browsers,
      libraries,
    });
    expect(diagnostics).toEqual([]);
    expect(pictures).toHaveLength(sources.length);
    const problems: string[] = [];
    for (const { name, content } of pictures) {
      if (page === undefined) throw new Error("the browser did not start");
      const wrong = await measurePicture(page, String(content));
      problems.push(...wrong.map((problem) => `${name}: ${problem}`));
    }
    expect(problems).toEqual([]);
  });

  test(
    "a text that hangs, fails or is too long stops nothing else",
    { timeout: 60_000 },
    async () => {
      const sources: readonly PictureSource[] = [
        { name: "hangs", text: "stateDiagram-v2\n state A {\n  A --> y\n }\n" },
        { name: "good", text: "flowchart LR\n a --> b\n" },
        { name: "wrong", text: "flowchart LR\n a --> --> b\n" },
        { name: "long", text: `flowchart LR\n a["${"x".repeat(60_000)}"]\n` },
        { name: "nothing", text: "" },
        { name: "better", text: "sequenceDiagram\n a->>b: hello\n" },
      ];
      const { pictures, diagnostics } = await renderPictures(sources, {
        format: "svg",
        theme: "light",
        browsers,
        libraries,
        timeLimitMs: 5000,
      });
      expect(pictures.map(({ name }) => name)).toEqual(["good", "better"]);
      expect(diagnostics.map(({ artifact }) => artifact?.path)).toEqual(
        ["hangs", "wrong", "long", "nothing"].map((name) => `diagrams/${name}.mmd`),
      );
      expect(diagnostics[0]?.message).toContain("5 s");
    },
  );

  test("nothing of a picture points outside", async () => {
    const remote = "https://example.invalid/x.png";
    const sources: readonly PictureSource[] = [
      { name: "image", text: `flowchart LR\n a["<img src='${remote}'> text"] --> b\n` },
      {
        name: "style",
        text: `%%{init: {"themeCSS": "rect { fill: url(${remote}) }"}}%%\nflowchart LR\n a --> b\n`,
      },
      {
        name: "link",
        text: `flowchart LR\n a --> b\n click a "${remote}"\n click b "javascript:alert(1)"\n`,
      },
      { name: "class", text: `flowchart LR\n a --> b\n style a fill:url(${remote})\n` },
      {
        name: "import",
        text: `---\nconfig:\n  fontFamily: "x; } @import url(${remote}); a {"\n---\nflowchart LR\n a --> b\n`,
      },
    ];
    const { pictures } = await renderPictures(sources, {
      format: "svg",
      theme: "auto",
      browsers,
      libraries,
    });
    expect(pictures.length).toBeGreaterThan(0);
    for (const { name, content } of pictures) {
      expect(String(content), name).not.toMatch(/example\.invalid|javascript:|@import|<script/);
    }
  });

  test("the same text gives the same picture, light without a media query", async () => {
    const sources = [{ name: "same", text: 'erDiagram\n a["A"] {\n uuid id PK\n }\n' }];
    const options = { format: "svg", browsers, libraries } as const;
    const first = await renderPictures(sources, { ...options, theme: "auto" });
    const second = await renderPictures(sources, { ...options, theme: "auto" });
    expect(second.pictures).toEqual(first.pictures);
    expect(String(first.pictures[0]?.content)).toContain("prefers-color-scheme: dark");
    const light = await renderPictures(sources, { ...options, theme: "light" });
    expect(String(light.pictures[0]?.content)).not.toContain("prefers-color-scheme");
  });

  const printers = [
    ["mermaid-cli", undefined, "through @mermaid-js/mermaid-cli"],
    ["a page of groundplan", async () => undefined, "through a page of groundplan"],
    [
      "a page of groundplan where mermaid-cli draws nothing",
      async () => ({ renderMermaid: async () => Promise.reject(new Error("it does not")) }),
      "through @mermaid-js/mermaid-cli",
    ],
  ] as const;

  test.for(printers)("PNG and PDF are what they say, from %s", async ([, mermaidCli, words]) => {
    const sources = [{ name: "one", text: "flowchart LR\n a --> b\n" }];
    const shared = { browsers, libraries, ...(mermaidCli === undefined ? {} : { mermaidCli }) };
    const png = await renderPictures(sources, { ...shared, format: "png", theme: "dark" });
    const pdf = await renderPictures(sources, { ...shared, format: "pdf", theme: "light" });
    const latin = new TextDecoder("latin1");
    const [image, paper] = [png.pictures[0]?.content, pdf.pictures[0]?.content];
    expect(latin.decode(image as Uint8Array).slice(1, 4)).toBe("PNG");
    expect(latin.decode(paper as Uint8Array).slice(0, 5)).toBe("%PDF-");
    for (const { how } of [png, pdf]) {
      expect(how).toContain(words);
      // Who reads "mermaid-cli" learns which pictures are not from it.
      expect(how.includes("(one through a page")).toBe(
        words.includes("cli") && mermaidCli !== undefined,
      );
    }
  });

  test(
    "mermaid-cli is held to a time, a size and its own folder",
    { timeout: 90_000 },
    async () => {
      const remote = "https://example.invalid/x.png";
      const wide = Array.from({ length: 150 }, (_, at) => ` a${at} --> a${at + 1}`).join("\n");
      const sources: readonly PictureSource[] = [
        { name: "hangs", text: "stateDiagram-v2\n state A {\n  A --> y\n }\n" },
        { name: "wide", text: `flowchart LR\n${wide}\n` },
        {
          name: "remote",
          text: `%%{init: {"themeCSS": "rect { fill: url(${remote}) }"}}%%\nflowchart LR\n a["<img src='${remote}'> text"] --> b\n`,
        },
      ];
      const asked: string[] = [];
      const { pictures, how, diagnostics } = await renderPictures(sources, {
        format: "png",
        theme: "light",
        browsers,
        libraries,
        timeLimitMs: 8000,
        mermaidCli: async () => {
          const { renderMermaid } = await import("@mermaid-js/mermaid-cli");
          return {
            renderMermaid: async (given, ...rest) => {
              const watched = new Proxy(given, {
                get(target, key) {
                  if (key !== "newPage") return Reflect.get(target, key, target) as unknown;
                  return async () => {
                    const opened = await target.newPage();
                    opened.on("requestfinished", (request) => asked.push(request.url()));
                    return opened;
                  };
                },
              });
              return renderMermaid(watched, ...rest);
            },
          };
        },
      });
      expect(pictures.map(({ name }) => name)).toEqual(["wide", "remote"]);
      expect(diagnostics.map(({ artifact }) => artifact?.path)).toEqual(["diagrams/hangs.mmd"]);
      expect(how).toMatch(/, through @mermaid-js\/mermaid-cli$/);
      expect(asked.length).toBeGreaterThan(0);
      expect(asked.filter((address) => address.includes("example.invalid"))).toEqual([]);
      const bytes = Buffer.from(pictures[0]?.content as Uint8Array);
      const [width, height] = [bytes.readUInt32BE(16), bytes.readUInt32BE(20)];
      expect(width).toBeGreaterThan(8000);
      expect(Math.max(width, height)).toBeLessThanOrEqual(16_001);
    },
  );

  test("a browser that does not start gives way to the next", async () => {
    const sources = [{ name: "one", text: "flowchart LR\n a --> b\n" }];
    const { how, diagnostics, pictures } = await renderPictures(sources, {
      format: "svg",
      theme: "light",
      libraries,
      browsers: {
        ...browsers,
        installed: async () => "/nowhere/chrome",
        packaged: async () => found.path,
      },
    });
    expect(how).toBe("the packaged Chromium");
    expect(diagnostics.map(({ code }) => code)).toEqual(["pictures/browser-failed"]);
    expect(pictures).toHaveLength(1);
  });
});

describe("without a browser", () => {
  test("SVG comes from a simpler renderer, which loads nothing", async () => {
    for (const [name, design] of committedDesigns()) {
      const sources = sourcesOf(design());
      const { pictures, how, diagnostics } = await renderPictures(sources, {
        format: "svg",
        theme: "auto",
      });
      expect(how).toBe("a renderer without a browser");
      expect(diagnostics.map(({ message }) => message)).toHaveLength(1);
      expect(pictures, name).toHaveLength(sources.length);
      for (const { content } of pictures) {
        expect(String(content)).toMatch(/^<svg /);
        expect(String(content)).not.toMatch(/@import|https?:\/\/(?!www\.w3\.org)/);
      }
    }
  });

  test("PNG is left out, and that is a warning", async () => {
    const sources = [{ name: "one", text: "flowchart LR\n a --> b\n" }];
    const { pictures, diagnostics } = await renderPictures(sources, {
      format: "png",
      theme: "auto",
    });
    expect(pictures).toEqual([]);
    expect(diagnostics.map(({ code, severity }) => [code, severity])).toEqual([
      ["pictures/no-browser", "warning"],
    ]);
  });
});

function sourcesOf(design: Design): readonly PictureSource[] {
  return designDiagrams(design).map(({ diagram: { name, text } }) => ({
    name,
    text,
    legend: flowchartLegend(text),
  }));
}
