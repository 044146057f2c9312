import { Ajv } from "ajv";
import addFormats from "ajv-formats";
import { fromMarkdown } from "mdast-util-from-markdown";
import { describe, expect, test } from "vitest";
import type { Diagnostic } from "../../src/diagnostics/diagnostic.ts";
import { createMemoryHost } from "../../src/host/memory.ts";
import { diff } from "../../src/pipeline/diff.ts";
import type { Reporter } from "../../src/reporters/reporter.ts";
import type { RunReport } from "../../src/pipeline/run-report.ts";
import type { Format } from "../../src/reporters/reporters.ts";
import { reporters } from "../../src/reporters/reporters.ts";
import { withOperation } from "../support/api-changes.ts";
import { readXml } from "../support/read-xml.ts";
import { sarifSchema } from "../support/sarif-schema.ts";

const show: Readonly<Record<Format, Reporter>> = reporters;

const HOSTILE =
  '<img src=x onerror="a()">&\u0000]]>\u{D800}\uFFFE`` @team [x](http://e.example) | # -->\n::error::';

const hostile: Diagnostic = {
  code: "a/b",
  severity: "error",
  message: HOSTILE,
  subject: `orders/${HOSTILE}`,
  artifact: { path: "a b/ä#?.yaml", locator: { line: 3, column: 9 } },
  fix: HOSTILE,
};

const reports: readonly (readonly [string, RunReport])[] = [
  ["none", report([])],
  ["hostile", report([hostile, { ...hostile, severity: "info" }])],
  ["unusable", { ...report([]), status: "unusable" }],
  [
    "a pointer",
    report([{ ...hostile, artifact: { path: "/abs/a.json", locator: { pointer: "/x" } } }]),
  ],
];

test("a real report of a comparison in every format", async () => {
  const files = {
    "a.json": JSON.stringify(withOperation({ deprecated: true })),
    "b.json": JSON.stringify(
      withOperation({ operationId: "x", parameters: [{ name: "q", in: "query", required: true }] }),
    ),
  };
  const found = await diff({ base: "a.json", head: "b.json" }, createMemoryHost({ files }));
  expect(found.diagnostics.length).toBeGreaterThan(1);
  expectSarif(found);
  expectJunit(found);
  expect(show.markdown(found, { color: false })).toContain("`api/required-parameter-added`");
});

describe("sarif", () => {
  test.each(reports)("%s keeps the schema of SARIF 2.1.0", (_, given) => expectSarif(given));

  test("the fingerprint stays when the line moves", () => {
    const [a, b] = [5, 50].map((line) => {
      const moved = { ...hostile, artifact: { path: "a.yaml", locator: { line } } };
      const text = show.sarif(report([moved]), { color: false });
      return (JSON.parse(text) as { runs: { results: { partialFingerprints: object }[] }[] })
        .runs[0]?.results[0]?.partialFingerprints;
    });
    expect(a).toEqual(b);
  });
});

describe("junit", () => {
  test.each(reports)("%s is well-formed, and its counts are right", (_, given) =>
    expectJunit(given),
  );
});

describe("markdown", () => {
  test.each(reports)("%s holds no markup from outside", (_, given) => {
    const text = show.markdown(given, { color: false });
    const seen: string[] = [];
    const visit = (node: { type: string; children?: readonly object[]; value?: string }): void => {
      seen.push(node.type === "html" ? (node.value ?? "") : node.type);
      if (node.type === "text") expect(node.value).not.toContain("@team");
      for (const child of node.children ?? []) visit(child as typeof node);
    };
    visit(fromMarkdown(text));
    const own = ["<br>", "<details>", "</details>", "<details>\n<summary>Notes (1)</summary>"];
    const types = [
      "root",
      "heading",
      "text",
      "list",
      "listItem",
      "paragraph",
      "strong",
      "inlineCode",
    ];
    expect(seen.filter((one) => ![...own, ...types].includes(one))).toEqual([]);
  });
});

function expectSarif(given: RunReport): void {
  const ajv = addFormats.default(new Ajv({ strict: false }));
  const validate = ajv.compile(sarifSchema);
  const document: unknown = JSON.parse(show.sarif(given, { color: false }));
  validate(document);
  expect(validate.errors ?? []).toEqual([]);
}

/** The shape that build servers agree on (the Jenkins xUnit schema): suites, suite, cases. */
function expectJunit(given: RunReport): void {
  const root = readXml(show.junit(given, { color: false }));
  expect(root.name).toBe("testsuites");
  expect(root.children.map(({ name }) => name)).toEqual(["testsuite"]);
  const cases = root.children[0]?.children ?? [];
  const failures = cases.filter(({ children }) => children.some(({ name }) => name === "failure"));
  const { tests, failures: counted } = root.children[0]?.attributes ?? {};
  expect([Number(tests), Number(counted)]).toEqual([cases.length, failures.length]);
  expect(cases.length).toBe(Math.max(1, given.diagnostics.length));
  for (const one of cases) {
    expect(one.name).toBe("testcase");
    expect(Object.keys(one.attributes).sort()).toEqual(["classname", "name"]);
    for (const { name } of one.children) expect(["failure", "error", "system-out"]).toContain(name);
  }
}

function report(diagnostics: readonly Diagnostic[]): RunReport {
  return {
    command: "diff",
    status: "done",
    diagnostics,
    summary: [{ label: "a|b", text: HOSTILE }],
  };
}
