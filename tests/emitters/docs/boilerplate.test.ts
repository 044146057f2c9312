import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { fromMarkdown } from "mdast-util-from-markdown";
import { gfmFromMarkdown } from "mdast-util-gfm";
import { toString as textOf } from "mdast-util-to-string";
import { gfm } from "micromark-extension-gfm";
import { expect, test } from "vitest";
import type { Artifact } from "../../../src/artifacts/artifact.ts";
import type { Design } from "../../../src/design/design.ts";
import { emptyDesign } from "../../../src/design/empty-design.ts";
import { loadDesign } from "../../../src/design/load-design.ts";
import { docsEmitter } from "../../../src/emitters/docs/emitter.ts";
import { arbitraryDesign } from "../../support/arbitrary-design.ts";
import { emitOptions } from "../../support/emit-options.ts";
import { readTemplates } from "../../support/read-templates.ts";
import { sampleDesign } from "../../support/sample-design.ts";

const ROOT = join(import.meta.dirname, "../../..");
const LISTED = "templates/docs/boilerplate.txt";
const MOST_LISTED = 25;

const templates = readTemplates();
const boilerplate = readFileSync(join(ROOT, LISTED), "utf8").trimEnd().split("\n");

/** What the packages are rendered from: real requirements, the sample, and two random designs. */
const designs: ReadonlyMap<string, Design> = new Map([
  ...storedDesigns(),
  ["sample", sampleDesign()],
  ...fc
    .sample(arbitraryDesign(), { numRuns: 2, seed: 20_261_123 })
    .map((design, index): [string, Design] => [`arbitrary ${index}`, design]),
]);

test("no paragraph stands in two packages, apart from the listed ones", () => {
  const seen = new Map<string, string>();
  const repeated = new Set<string>();
  for (const [name, design] of designs) {
    // A generator has few words, and repeats itself.
    const own = name.startsWith("arbitrary") ? JSON.stringify(design) : "";
    for (const paragraph of paragraphsOf(design).filter((text) => !own.includes(text))) {
      const first = seen.get(paragraph) ?? name;
      seen.set(paragraph, first);
      if (first !== name && !boilerplate.includes(paragraph)) repeated.add(paragraph);
    }
  }
  expect(designs.size).toBeGreaterThanOrEqual(4);
  expect([...repeated]).toEqual([]);
});

test("the list is short, and holds nothing that no document says", () => {
  const said = new Set([...designs.values(), emptyDesign()].flatMap(paragraphsOf));
  expect(boilerplate.filter((paragraph) => !said.has(paragraph))).toEqual([]);
  expect(new Set(boilerplate).size).toBe(boilerplate.length);
  expect(boilerplate.length).toBeLessThanOrEqual(MOST_LISTED);
});

/** Prose at the top level: what stands in cells, lists and fences is data of the design. */
function paragraphsOf(design: Design): readonly string[] {
  return docsEmitter.emit(design, emitOptions(templates)).artifacts.flatMap(({ text }: Artifact) =>
    fromMarkdown(text, { extensions: [gfm()], mdastExtensions: [gfmFromMarkdown()] })
      .children.filter(({ type }) => type === "paragraph")
      .map((paragraph) => textOf(paragraph)),
  );
}

function storedDesigns(): readonly [string, Design][] {
  return globSync("output/*/design/system.json", { cwd: ROOT }).map((path) => {
    const folder = join(ROOT, path, "..");
    const documents = globSync(["system.json", "contexts/*.json"], { cwd: folder }).map(
      (name): [string, string] => [
        `design/${name.replaceAll("\\", "/")}`,
        readFileSync(join(folder, name), "utf8"),
      ],
    );
    const { value, diagnostics } = loadDesign(new Map(documents));
    if (value === undefined) throw new Error(JSON.stringify(diagnostics));
    return [path, value];
  });
}
