import { posix } from "node:path";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { arbitraryDesign } from "../support/arbitrary-design.ts";
import { committedDesigns } from "../support/committed-designs.ts";
import { sampleDesign } from "../support/sample-design.ts";
import { siteOf } from "./site-of.ts";

describe("a site", () => {
  test.each([...committedDesigns(), ["sample", sampleDesign] as const])(
    "has no link that leads nowhere: %s",
    async (_name, design) => {
      expect(brokenLinks(await siteOf(design()))).toEqual([]);
    },
  );

  test(
    "has none for any Design, and what its texts hold stays text",
    { timeout: 120_000 },
    async () => {
      await fc.assert(
        fc.asyncProperty(
          arbitraryDesign({ maximumContexts: 2, maximumEntities: 3 }),
          async (design) => {
            const site = await siteOf(design);
            expect(brokenLinks(site)).toEqual([]);
            expect(foreignMarkup(site)).toEqual([]);
          },
        ),
        { numRuns: 8 },
      );
    },
  );

  test("keeps markup, programs and requests of a text out of its pages", async () => {
    const design = sampleDesign();
    const hostile =
      'x</script><script>alert(1)</script><img src=https://evil.example/x onerror=alert(1)> [a](javascript:alert(1)) ![p](https://evil.example/p.png) {{ 1 | raw }} "><b>';
    const site = await siteOf({
      ...design,
      system: {
        ...design.system,
        title: hostile,
        summary: hostile,
        requirements: design.system.requirements.map((requirement) => ({
          ...requirement,
          name: hostile,
          text: hostile,
        })),
      },
    });
    expect(foreignMarkup(site)).toEqual([]);
    for (const [path, html] of pagesOf(site)) {
      expect(/<(?:b>|img|iframe|object)/.test(html), path).toBe(false);
      expect(/(?:href|src)="(?:javascript|https?):[^"]*(?:alert|evil)/.test(html), path).toBe(
        false,
      );
    }
  });

  test("ties each requirement to what it led to, both ways", async () => {
    const design = sampleDesign();
    const site = await siteOf(design);
    const requirements = site.get("requirements.html") ?? "";
    const tied = design.contexts.flatMap(({ context, operations }) =>
      operations.flatMap(({ id, requirements: ids }) =>
        ids.map((requirement) => ({ context, id, requirement })),
      ),
    );
    expect(tied.length).toBeGreaterThan(0);
    for (const { context, id, requirement } of tied) {
      expect(requirements).toContain(`href="api/${context}.html#${id}"`);
      expect(site.get(`api/${context}.html`)).toContain(`../requirements.html#${requirement}"`);
    }
  });
});

function pagesOf(site: ReadonlyMap<string, string>): readonly (readonly [string, string])[] {
  return [...site].filter(([path]) => path.endsWith(".html"));
}

/** Scripts of a page are files of the site; nothing else of it runs or loads. */
function foreignMarkup(site: ReadonlyMap<string, string>): readonly string[] {
  return pagesOf(site).flatMap(([path, html]) =>
    [...html.matchAll(/<(?:script|link|img|iframe)\b[^>]*>/g)]
      .map(([tag]) => tag)
      .filter(
        (tag) =>
          !/^<(?:script src|link rel="stylesheet" href)="(?:\.\.\/)*(?:[a-z]+\/)+[\w.-]+"/.test(
            tag,
          ),
      )
      .map((tag) => `${path}: ${tag}`),
  );
}

function brokenLinks(site: ReadonlyMap<string, string>): readonly string[] {
  const anchors = new Map(
    pagesOf(site).map(([path, html]) => [
      path,
      new Set([...html.matchAll(/ id="([^"]*)"/g)].map(([, id]) => decode(id ?? ""))),
    ]),
  );
  return pagesOf(site).flatMap(([path, html]) =>
    [...html.matchAll(/ (?:href|src)="([^"]*)"/g)]
      .map(([, target = ""]) => decode(target))
      .filter((target) => !/^[a-z][a-z0-9+.-]*:/i.test(target))
      .filter((target) => {
        const [file = "", anchor] = target.split("#");
        const to = file === "" ? path : posix.join(posix.dirname(path), decodeURIComponent(file));
        if (!site.has(to)) return true;
        return anchor !== undefined && !anchors.get(to)?.has(decodeURIComponent(anchor));
      })
      .map((target) => `${path}: ${target}`),
  );
}

function decode(text: string): string {
  return text.replaceAll("&quot;", '"').replaceAll("&#39;", "'").replaceAll("&amp;", "&");
}
