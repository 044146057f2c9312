import type { Browser } from "puppeteer";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { visibleText } from "../../../src/artifacts/mermaid/safe-label.ts";
import { renderFlowchart } from "../../../src/artifacts/mermaid/render-flowchart.ts";
import { entityDiagrams } from "../../../src/artifacts/mermaid/entity-diagrams.ts";
import { flowDiagrams } from "../../../src/artifacts/mermaid/flow-diagrams.ts";
import { lifecycleDiagrams } from "../../../src/artifacts/mermaid/lifecycle-diagrams.ts";
import { mermaidEmitter } from "../../../src/emitters/mermaid/emitter.ts";
import { emitOptions } from "../../support/emit-options.ts";
import type { FoundBrowser } from "../../support/find-browser.ts";
import { findBrowser } from "../../support/find-browser.ts";
import { sampleDesign } from "../../support/sample-design.ts";
import { hostileLabels } from "./hostile-labels.ts";

const found: FoundBrowser = await findBrowser();

describe.skipIf(found.path === undefined)(`mermaid-cli draws${found.reason ?? ""}`, () => {
  let browser: Browser | undefined;

  beforeAll(async () => {
    const { launch } = await import("puppeteer");
    browser = await launch({
      executablePath: found.path ?? "",
      args: ["--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage"],
    });
  });

  afterAll(async () => {
    await browser?.close();
  });

  async function draw(text: string): Promise<string> {
    const { renderMermaid } = await import("@mermaid-js/mermaid-cli");
    if (browser === undefined) throw new Error("the browser did not start");
    const { data } = await renderMermaid(browser, text, "svg", {});
    return textOf(new TextDecoder().decode(data));
  }

  for (const { path, text } of mermaidEmitter.emit(sampleDesign(), emitOptions()).artifacts) {
    test(`${path} with all its labels`, async () => {
      const svg = await draw(text);
      const labels = labelsOf(text);
      expect(labels.length).toBeGreaterThan(1);
      for (const label of labels) expect(svg).toContain(withoutSpace(label));
      expect(svg).not.toContain("Maximumtextsize");
    });
  }

  test("hostile names in a flowchart come out as they are", async () => {
    const { text } = renderFlowchart({
      name: "x",
      title: "x",
      subject: "package",
      nodes: hostileLabels.map((name, index) => ({
        id: `n_${index}`,
        kind: "svc",
        name,
        detail: name,
        subject: "package",
      })),
      edges: hostileLabels.slice(1).map((label, index) => ({
        from: `n_${index}`,
        to: `n_${index + 1}`,
        label,
        mode: "sync",
        subject: "package",
      })),
      groups: [],
    });
    await expectAll(text);
  });

  test("hostile names in sequences, entities and states come out as they are", async () => {
    const design = sampleDesign();
    const [flow] = design.system.flows;
    const [context] = design.contexts;
    const [step] = flow?.steps ?? [];
    const [entity] = context?.entities ?? [];
    if (flow === undefined || step === undefined || context === undefined || entity === undefined) {
      throw new Error("sample");
    }
    const steps = hostileLabels.map((name, index) => ({ ...step, id: `s-${index}`, name }));
    let drawn = "";
    for (const { text } of flowDiagrams({ ...flow, steps }, design)) drawn += await draw(text);
    for (const label of hostileLabels) expect(drawn).toContain(withoutSpace(visibleText(label)));

    const entities = hostileLabels
      .slice(0, 15)
      .map((name, index) => ({ ...entity, id: `e-${index}`, name, relations: [] }));
    const [erd] = entityDiagrams({ ...context, entities }, design);
    const tables = await draw(erd?.text ?? "");
    for (const { name } of entities) expect(tables).toContain(withoutSpace(visibleText(name)));

    const states = hostileLabels.slice(0, 28);
    const lifecycle = {
      field: entity.fields[0]?.id ?? "",
      initial: states[0] ?? "",
      transitions: states.slice(1).map((to, index) => ({
        id: `t-${index}`,
        from: states[index] ?? "",
        to,
        trigger: to,
      })),
    };
    const [chart] = lifecycleDiagrams({ ...context, entities: [{ ...entity, lifecycle }] });
    const picture = await draw(chart?.text ?? "");
    for (const state of states) expect(picture).toContain(withoutSpace(visibleText(state)));
  });

  async function expectAll(text: string): Promise<void> {
    const svg = await draw(text);
    for (const label of hostileLabels) {
      const plain = withoutSpace(visibleText(label));
      // Once as a name, once as the small line under it; all but the first also on an arrow.
      expect(svg.split(plain).length - 1, label).toBeGreaterThanOrEqual(2);
    }
  }
});

/** What stands in quotes or after `as`, without markup. */
function labelsOf(text: string): readonly string[] {
  const body = text
    .slice(text.indexOf("---\n", 4) + 4)
    .replaceAll('""', "")
    .replace(/@\{[^}]*\}/g, "");
  const quoted = [...body.matchAll(/"([^"]+)"/g)].map(([, label = ""]) => label);
  const aliases = [...body.matchAll(/^ {2}(?:participant|actor) \w+ as (.+)$/gm)].map(
    ([, label = ""]) => label,
  );
  const messages = [...body.matchAll(/^\s+p_\w+(?:->>|-\))p_\w+: (.+)$/gm)].map(
    ([, label = ""]) => label,
  );
  return [...quoted, ...aliases, ...messages]
    .flatMap((label) => label.split(/<[^>]+>/))
    .filter((label) => label !== "")
    .map((label) =>
      label.replace(/#(\d+);/g, (_, code: string) => String.fromCodePoint(Number(code))),
    );
}

/** The text of an SVG: style sheets and tags removed, entities read, without white space. */
function textOf(svg: string): string {
  return withoutSpace(
    svg
      .replace(/<style[\s\S]*?<\/style>/g, "")
      .replace(/<[^>]+>/g, "")
      .replace(/&#x([0-9a-f]+);/gi, (_, code: string) => String.fromCodePoint(parseInt(code, 16)))
      .replace(/&#(\d+);/g, (_, code: string) => String.fromCodePoint(Number(code)))
      .replaceAll("&lt;", "<")
      .replaceAll("&gt;", ">")
      .replaceAll("&quot;", '"')
      .replaceAll("&nbsp;", " ")
      .replaceAll("&amp;", "&"),
  );
}

function withoutSpace(text: string): string {
  return text.replace(/\s/gu, "");
}
