import { expect, test } from "vitest";
import type { Artifact } from "../../../src/artifacts/artifact.ts";
import { mermaidDiagramCheck } from "../../../src/checks/artifacts/mermaid-diagram.ts";
import { mermaidSyntaxCheck } from "../../../src/checks/artifacts/mermaid-syntax.ts";
import { emptyDesign } from "../../../src/design/empty-design.ts";
import type { Diagnostic } from "../../../src/diagnostics/diagnostic.ts";
import { createMemoryHost } from "../../../src/host/memory.ts";
import { invalid, valid } from "../../support/cases.ts";

const invalidTexts: Readonly<Record<string, string>> = {
  "an unclosed label": 'flowchart TB\n  a["x',
  "a reserved word as an id": "flowchart TB\n  end --> b",
  "an unknown type": "flowchrat TB\n  a --> b",
  "nothing at all": "",
  "an ER type with a space": "erDiagram\n  a {\n    double precision x\n  }",
  "a broken front matter": "---\ntitle: a: b: c\n---\nflowchart TB\n  a",
  "501 arrows": `flowchart TB\n${"  a --> b\n".repeat(501)}`,
};
for (const [name, text] of Object.entries(invalidTexts)) {
  invalid("mermaid/invalid-syntax", name, () => syntax(diagram(text)));
}

const validTexts: Readonly<Record<string, string>> = {
  flowchart: 'flowchart TB\n  a["x"] --> b',
  sequence: "sequenceDiagram\n  a->>b: x",
  "a sequence with a box, which asks the browser for colours":
    "sequenceDiagram\n  box rgb(1,2,3) Group\n  participant a\n  end\n  a->>a: x",
  state: "stateDiagram-v2\n  [*] --> a",
  entities: 'erDiagram\n  a["A b"] {\n    numeric(10,2) x PK, FK\n  }',
  class: "classDiagram\n  class A",
  gantt: "gantt\n  section s\n  a :a1, 2024-01-01, 3d",
};
for (const [name, text] of Object.entries(validTexts)) {
  valid("mermaid/invalid-syntax", name, () => syntax(diagram(text)));
}

invalid("mermaid/invalid-syntax", "a fence in a document", () =>
  syntax(markdown("# A\n\n```mermaid\nflowchart TB\n  a[\n```\n")),
);
valid("mermaid/invalid-syntax", "a fence of another language", () =>
  syntax(markdown("```text\nflowchart TB\n  a[\n```\n\n~~~~md\n```mermaid\nx\n```\n~~~~\n")),
);

test("the finding is about the element and the line of the document", async () => {
  const text = "# A\n\n```mermaid\nflowchart TB\n  a --> b\n  c --> [\n```\n";
  const [found] = await syntax({
    ...markdown(text),
    origins: [{ locator: { line: 6 }, subject: "system/deployable/c" }],
  });
  expect(found?.subject).toBe("system/deployable/c");
  expect(found?.artifact).toEqual({ path: "docs/x.md", locator: { line: 6 } });
});

test("the parser leaves no window behind", async () => {
  await syntax(diagram("flowchart TB\n  a"));
  expect("window" in globalThis).toBe(false);
});

const unsafe: Readonly<Record<string, string>> = {
  "a remote image": 'flowchart TB\n  a["<img src=x>"]',
  "an image in another case": 'flowchart TB\n  a["< IMG src=x>"]',
  themeCSS: '---\nconfig:\n  themeCSS: ".a{}"\n---\nflowchart TB\n  a',
  "a directive": '%%{init: {"theme":"dark"}}%%\nflowchart TB\n  a',
  "a link": 'flowchart TB\n  a["https://example.org"]',
  "a script": 'flowchart TB\n  a["javascript:alert(1)"]',
  "a click": "flowchart TB\n  a\n  click a call x()",
  "an event handler": 'flowchart TB\n  a["<b onclick=x>y</b>"]',
  "a style that loads": "flowchart TB\n  a\n  style a fill:url(#x)",
  "a picture shape": "flowchart TB\n  a@{ img: 'x' }",
  "a formula": 'flowchart TB\n  a["$$x^2$$"]',
  "bidirectional control": 'flowchart TB\n  a["\u202ex"]',
  "a state in itself": "stateDiagram-v2\n  state A {\n    A --> y\n  }",
  "a state in itself, two levels down":
    'stateDiagram-v2\n  state "x y" as A {\n    state B {\n      y --> A\n    }\n  }',
};
for (const [name, text] of Object.entries(unsafe)) {
  invalid("mermaid/unsafe-diagram", name, () => lint(diagram(text)));
}
valid("mermaid/unsafe-diagram", "words that only look like it", () =>
  lint(diagram('flowchart TB\n  a["click here, themeCSS, url(x), on time = 5 %, 5 $, <b>x</b>"]')),
);
valid("mermaid/unsafe-diagram", "a composite that names others", () =>
  lint(diagram("stateDiagram-v2\n  state A {\n    x --> y\n  }\n  A --> B\n  B --> A")),
);

invalid("mermaid/reserved-name", "a frame named constructor", () =>
  lint(diagram('flowchart TB\n  subgraph constructor["x"]\n    a\n  end')),
);
invalid("mermaid/reserved-name", "a class that CSS cannot hold", () =>
  lint(diagram("flowchart TB\n  a:::b/c\n  classDef b/c fill:#fff")),
);
valid("mermaid/reserved-name", "a prefixed frame", () =>
  lint(diagram('flowchart TB\n  subgraph g_constructor["constructor"]\n    a\n  end')),
);

invalid("mermaid/undefined-class", "in the shorthand", () =>
  lint(diagram('flowchart TB\n  a["x"]:::nope\n  classDef db fill:#fff')),
);
invalid("mermaid/undefined-class", "in a class statement", () =>
  lint(diagram("flowchart TB\n  a\n  class a nope")),
);
valid("mermaid/undefined-class", "defined at the end, and a label that looks like one", () =>
  lint(diagram('flowchart TB\n  a["x:::nope"]:::db --> b\n  classDef db fill:#fff')),
);

invalid("mermaid/empty-diagram", "a type alone", () =>
  lint(diagram("---\ntitle: x\n---\nerDiagram\n")),
);
invalid("mermaid/empty-diagram", "only looks", () =>
  lint(diagram("flowchart TB\n  %% nothing\n  classDef a fill:#fff\n")),
);
invalid("mermaid/empty-diagram", "an empty file", () => lint(diagram("")));
valid("mermaid/empty-diagram", "one node", () => lint(diagram("flowchart TB\n  a\n")));

invalid("mermaid/too-large", "the text", () =>
  lint(diagram(`flowchart TB\n  a["${"x".repeat(50_000)}"]`)),
);
invalid("mermaid/too-large", "the arrows of ampersands", () =>
  lint(
    diagram(
      `flowchart TB\n  ${Array.from({ length: 23 }, (_, i) => `a${i}`).join(" & ")} --> ${Array.from({ length: 22 }, (_, i) => `b${i}`).join(" & ")}`,
    ),
  ),
);
valid("mermaid/too-large", "500 arrows, some dashed, some labelled", () =>
  lint(diagram(`flowchart TB\n${'  a --> b\n  b -.->|"x --> y"| c\n'.repeat(250)}`)),
);

function syntax(artifact: Artifact): Promise<readonly Diagnostic[]> {
  return mermaidSyntaxCheck.check([artifact], context());
}

function lint(artifact: Artifact): Promise<readonly Diagnostic[]> {
  return mermaidDiagramCheck.check([artifact], context());
}

function context() {
  return { design: emptyDesign(), host: createMemoryHost() };
}

function diagram(text: string): Artifact {
  return { path: "diagrams/x.mmd", kind: "mermaid", text, origins: [] };
}

function markdown(text: string): Artifact {
  return { path: "docs/x.md", kind: "markdown", text, origins: [] };
}
