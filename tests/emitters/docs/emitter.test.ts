import fc from "fast-check";
import type { Root } from "mdast";
import { fromMarkdown } from "mdast-util-from-markdown";
import { gfmFromMarkdown } from "mdast-util-gfm";
import { gfm } from "micromark-extension-gfm";
import { expect, test } from "vitest";
import type { Artifact } from "../../../src/artifacts/artifact.ts";
import { documentLinksCheck } from "../../../src/checks/artifacts/document-links.ts";
import { mermaidDiagramCheck } from "../../../src/checks/artifacts/mermaid-diagram.ts";
import { mermaidSyntaxCheck } from "../../../src/checks/artifacts/mermaid-syntax.ts";
import type { Design } from "../../../src/design/design.ts";
import { emptyDesign } from "../../../src/design/empty-design.ts";
import { analyticsEmitter } from "../../../src/emitters/analytics/emitter.ts";
import { asyncapiEmitter } from "../../../src/emitters/asyncapi/emitter.ts";
import { graphqlEmitter } from "../../../src/emitters/graphql/emitter.ts";
import { docsEmitter } from "../../../src/emitters/docs/emitter.ts";
import { createTemplateRenderer } from "../../../src/emitters/docs/render-template.ts";
import { mermaidEmitter } from "../../../src/emitters/mermaid/emitter.ts";
import { openapiEmitter } from "../../../src/emitters/openapi/emitter.ts";
import { sqlEmitter } from "../../../src/emitters/sql/emitter.ts";
import { createMemoryHost } from "../../../src/host/memory.ts";
import { arbitraryDesign } from "../../support/arbitrary-design.ts";
import { emitOptions } from "../../support/emit-options.ts";
import { readTemplates } from "../../support/read-templates.ts";
import { sampleDesign } from "../../support/sample-design.ts";

const templates = readTemplates();

test("every document of any design is whole: tables, links, diagrams, no hole in the text", async () => {
  await fc.assert(
    fc.asyncProperty(arbitraryDesign(), async (design) => {
      const documents = emit(design);
      for (const document of documents) expectWhole(document, design);
      const context = { design, host: createMemoryHost() };
      expect(await mermaidSyntaxCheck.check(documents, context)).toEqual([]);
      expect(await mermaidDiagramCheck.check(documents, context)).toEqual([]);
      expect(await documentLinksCheck.check(wholePackage(design), context)).toEqual([]);
      expect(emit(design)).toEqual(documents);
    }),
    { numRuns: 25, endOnFailure: true },
  );
}, 180_000);

test("the links of the sample package lead somewhere", async () => {
  const design = sampleDesign();
  const context = { design, host: createMemoryHost() };
  expect(await documentLinksCheck.check(wholePackage(design), context)).toEqual([]);
});

test("a Design without anything still gives documents that say so", () => {
  const texts = emit(emptyDesign())
    .map(({ text }) => text)
    .join("\n");
  expect(texts).toContain("No requirement is in scope.");
  expect(texts).toContain("No entity is stored.");
  for (const document of emit(emptyDesign())) expectWhole(document, emptyDesign());
});

test("a load that cannot be computed is said and not divided by", () => {
  const design = sampleDesign();
  const thinkTimeSeconds = { value: 0, basis: "assumed" as const };
  const system = { ...design.system, load: { ...design.system.load, thinkTimeSeconds } };
  const capacity = emit({ ...design, system }).find(({ path }) => path === "docs/capacity.md");
  expect(capacity?.text).toContain("not computable");
  expect(capacity?.text).not.toMatch(/NaN|Infinity/);
});

test("a template that names something unknown is a bug and throws", () => {
  const render = createTemplateRenderer(
    new Map([
      ["a", "{{ nope }}"],
      ["b", "{{ x | nope }}"],
      ["c", "{{ x }}"],
    ]),
  );
  expect(() => render("a", {})).toThrow();
  expect(() => render("b", { x: 1 })).toThrow();
  expect(() => render("c", { x: {} })).toThrow(/no text/);
  expect(() => render("d", {})).toThrow(/missing/);
});

test("a template reads no file and text of the Design is no template", () => {
  const render = createTemplateRenderer(
    new Map([
      ["a", "{% include 'package.json' %}"],
      ["b", "{{ x }}"],
    ]),
  );
  expect(() => render("a", {})).toThrow();
  expect(render("b", { x: "{{ x }} {% raw %}" })).toBe("{{ x }} {% raw %}\n");
});

test("what no requirement states is called assumed", () => {
  const capacity = emit(sampleDesign()).find(({ path }) => path === "docs/capacity.md")?.text ?? "";
  expect(capacity).toContain("| Concurrent users | 2,000 | stated |");
  expect(capacity).toMatch(
    /\| Peak rate \|.*\| 250 requests\/s \| 2,500 requests\/s \| assumed \|/,
  );
});

function emit(design: Design): readonly Artifact[] {
  const { artifacts, diagnostics } = docsEmitter.emit(design, emitOptions(templates));
  expect(diagnostics).toEqual([]);
  return artifacts;
}

function wholePackage(design: Design): readonly Artifact[] {
  const options = emitOptions(templates);
  return [
    docsEmitter,
    analyticsEmitter,
    asyncapiEmitter,
    graphqlEmitter,
    mermaidEmitter,
    openapiEmitter,
    sqlEmitter,
  ].flatMap((emitter) => emitter.emit(design, options).artifacts);
}

function expectWhole({ path, text }: Artifact, design: Design): void {
  // Hostile names may hold these words themselves.
  const source = JSON.stringify(design);
  for (const hole of ["undefined", "NaN", "Infinity", "null", "[object", "{{", "{%"]) {
    if (!source.includes(hole)) expect(text, path).not.toContain(hole);
  }
  const tree = parse(text);
  expect(tree.children.filter(({ type }) => type === "heading").length, path).toBeGreaterThan(0);
  for (const node of tree.children) {
    expect(["heading", "paragraph", "table", "code", "list"], path).toContain(node.type);
    if (node.type !== "table") continue;
    const [header, ...rows] = node.children;
    expect(rows.length, path).toBeGreaterThan(0);
    for (const row of rows) expect(row.children.length, path).toBe(header?.children.length);
  }
  // A row that lost its table would be a paragraph that starts with a pipe.
  const paragraphs = text.split("\n\n").filter((block) => block.startsWith("|"));
  expect(tree.children.filter(({ type }) => type === "table").length, path).toBe(paragraphs.length);
}

function parse(text: string): Root {
  return fromMarkdown(text, { extensions: [gfm()], mdastExtensions: [gfmFromMarkdown()] });
}
