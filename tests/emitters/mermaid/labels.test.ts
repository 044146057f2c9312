import fc from "fast-check";
import { expect, test } from "vitest";
import { createDiagramWriter } from "../../../src/artifacts/mermaid/diagram-writer.ts";
import { graphHeader } from "../../../src/artifacts/mermaid/diagram-header.ts";
import { safeId } from "../../../src/artifacts/mermaid/safe-id.ts";
import { safeLabel, visibleText } from "../../../src/artifacts/mermaid/safe-label.ts";
import { wrapLabel } from "../../../src/artifacts/mermaid/wrap-label.ts";
import { lintDiagram } from "../../../src/checks/artifacts/mermaid/lint-diagram.ts";
import { parseDiagram } from "../../../src/checks/artifacts/mermaid/parse-diagram.ts";
import { hostileLabels } from "./hostile-labels.ts";

/** Every place where the emitters put text, with the text that Mermaid understood there. */
const slots: Readonly<
  Record<string, { readonly text: (text: string) => string; readonly read: (db: Db) => unknown }>
> = {
  "flowchart node": {
    text: (text) => `flowchart TB\n  a_x["${safeLabel(text, "quoted")}"]`,
    read: (db) => [...mapOf(db, "getVertices").values()][0]?.text,
  },
  "flowchart edge": {
    text: (text) => `flowchart TB\n  a_x -->|"${safeLabel(text, "quoted")}"| a_y`,
    read: (db) => listOf(db, "getEdges")[0]?.text,
  },
  "flowchart frame": {
    text: (text) => `flowchart TB\n  subgraph g_x["${safeLabel(text, "quoted")}"]\n    a_x\n  end`,
    read: (db) => listOf(db, "getSubGraphs")[0]?.title,
  },
  "sequence participant": {
    text: (text) =>
      `sequenceDiagram\n  participant p_x as ${safeLabel(text, "bare")}\n  p_x->>p_x: x`,
    read: (db) => mapOf(db, "getActors").get("p_x")?.description,
  },
  "sequence store": {
    text: (text) =>
      `sequenceDiagram\n  participant p_x@{ "type": "database" } as ${safeLabel(text, "bare")}\n  p_x->>p_x: x`,
    read: (db) => mapOf(db, "getActors").get("p_x")?.description,
  },
  "sequence message": {
    text: (text) => `sequenceDiagram\n  p_x->>p_y: ${safeLabel(text, "bare")}`,
    read: (db) => listOf(db, "getMessages")[0]?.message,
  },
  "sequence note": {
    text: (text) =>
      `sequenceDiagram\n  p_x->>p_y: x\n  Note over p_x,p_y: ${safeLabel(text, "bare")}`,
    read: (db) => listOf(db, "getMessages")[1]?.message,
  },
  "entity name": {
    text: (text) => `erDiagram\n  e_x["${safeLabel(text, "bare")}"] {\n    uuid id PK\n  }`,
    read: (db) => mapOf(db, "getEntities").get("e_x")?.alias,
  },
  "entity comment": {
    text: (text) => `erDiagram\n  e_x["x"] {\n    uuid id PK "${safeLabel(text, "bare")}"\n  }`,
    read: (db) => mapOf(db, "getEntities").get("e_x")?.attributes?.[0]?.comment,
  },
  "entity relation": {
    text: (text) => `erDiagram\n  e_x ||--o{ e_y : "${safeLabel(text, "bare")}"`,
    read: (db) => listOf(db, "getRelationships")[0]?.roleA,
  },
  "state name": {
    text: (text) => `stateDiagram-v2\n  state "${safeLabel(text, "bare")}" as s_x\n  [*] --> s_x`,
    read: (db) => firstOf(mapOf(db, "getStates").get("s_x")?.descriptions),
  },
  "state transition": {
    text: (text) => `stateDiagram-v2\n  s_x --> s_y: ${safeLabel(text, "bare")}`,
    read: (db) => listOf(db, "getRelations")[0]?.relationTitle,
  },
};

for (const [name, { text, read }] of Object.entries(slots)) {
  test(`any label parses and survives in a ${name}`, async () => {
    await parseDiagram("flowchart TB\n  a");
    const labels = fc.oneof(
      fc.constantFrom(...hostileLabels),
      fc
        .tuple(fc.constantFrom(...hostileLabels), fc.constantFrom(...hostileLabels))
        .map((two) => two.join(" ")),
      fc.string({ unit: "grapheme", maxLength: 40 }),
      fc.string({ unit: "binary", maxLength: 20 }),
    );
    await fc.assert(
      fc.asyncProperty(labels, async (label) => {
        const diagram = text(label);
        expect(await parseDiagram(diagram), diagram).toBeUndefined();
        expect(lintDiagram(diagram), diagram).toEqual([]);
        const { default: mermaid } = await import("mermaid");
        const { db } = await mermaid.mermaidAPI.getDiagramFromText(encodeEntities(diagram));
        const wanted = visibleText(label) === "" ? "–" : visibleText(label);
        if (Array.from(wanted).length > 120) return;
        expect(decode(String(read(db as unknown as Db)))).toBe(wanted);
      }),
      { numRuns: 150, examples: hostileLabels.map((label) => [label]) },
    );
  });
}

test("any title parses and loads nothing", async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.oneof(fc.constantFrom(...hostileLabels), fc.string({ unit: "binary", maxLength: 60 })),
      async (title) => {
        const writer = createDiagramWriter(
          { name: "x", title, subject: "package" },
          graphHeader(title, "blue"),
        );
        writer.line("flowchart TB");
        writer.line("  a_x --> a_y");
        const { text } = writer.diagram();
        expect(await parseDiagram(text), text).toBeUndefined();
        expect(lintDiagram(text), text).toEqual([]);
      },
    ),
    { numRuns: 100, examples: hostileLabels.map((label): [string] => [label]) },
  );
});

test("two ids never become one identifier", () => {
  const ids = fc.stringMatching(/^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/);
  fc.assert(
    fc.property(ids, ids, (a, b) => {
      expect(safeId("x", a) === safeId("x", b)).toBe(a === b);
    }),
  );
  for (const label of hostileLabels) expect(safeId("x", label)).toMatch(/^x_[A-Za-z0-9_]*$/);
});

test("a long label is broken at words, and a long word inside", () => {
  expect(wrapLabel("Ask whether a copy can be borrowed", "quoted", 24)).toBe(
    "Ask whether a copy can<br/>be borrowed",
  );
  expect(
    wrapLabel("x".repeat(50), "quoted", 20)
      .split("<br/>")
      .map((line) => line.length),
  ).toEqual([20, 20, 10]);
});

test("a label is cut at 120 characters, not inside one", () => {
  const cut = safeLabel("🚚".repeat(200), "quoted");
  expect(Array.from(cut)).toHaveLength(120);
  expect(cut.endsWith("🚚…")).toBe(true);
});

interface Named {
  readonly text?: string;
  readonly title?: string;
  readonly description?: string;
  readonly message?: string;
  readonly alias?: string;
  readonly attributes?: readonly { readonly comment?: string }[];
  readonly roleA?: string;
  readonly descriptions?: readonly string[] | string;
  readonly relationTitle?: string;
}

type Db = Readonly<Record<string, (() => unknown) | undefined>>;

function mapOf(db: Db, getter: string): ReadonlyMap<string, Named> {
  return db[getter]?.() as ReadonlyMap<string, Named>;
}

function listOf(db: Db, getter: string): readonly Named[] {
  return db[getter]?.() as readonly Named[];
}

function firstOf(descriptions: readonly string[] | string | undefined): string | undefined {
  return typeof descriptions === "string" ? descriptions : descriptions?.[0];
}

/** What Mermaid does to a text before the grammar sees it. */
function encodeEntities(text: string): string {
  return text.replace(/#(\d+);/g, "ﬂ°°$1¶ß");
}

/** What Mermaid does when it draws, and what a browser does with the result. */
function decode(text: string): string {
  return text.replace(/ﬂ°°(\d+)¶ß/g, (_, code: string) => String.fromCodePoint(Number(code)));
}
