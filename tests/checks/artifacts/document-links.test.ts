import type { Artifact } from "../../../src/artifacts/artifact.ts";
import { documentLinksCheck } from "../../../src/checks/artifacts/document-links.ts";
import type { Diagnostic } from "../../../src/diagnostics/diagnostic.ts";
import { createMemoryHost } from "../../../src/host/memory.ts";
import { invalid, valid } from "../../support/cases.ts";
import { sampleDesign } from "../../support/sample-design.ts";

const broken: Readonly<Record<string, string>> = {
  "a file that is not there": "[x](nothing.md)",
  "a file in the wrong folder": "[x](README.md)",
  "an image": "![x](picture.png)",
  "a reference-style link": "[x][1]\n\n[1]: ./nothing.md",
  "a heading that is not there": "[x](other.md#nothing)",
  "a heading of the same document": "# Here\n\n[x](#there)",
  "a path that leaves the package": "[x](../../etc/passwd)",
  "a path that leaves it and comes back": "[x](../../README.md)",
  "an encoding that cannot be read": "[x](%E0%A4%A.md)",
  "a link in a table": "| a |\n|---|\n| [x](nothing.md) |",
};
for (const [name, text] of Object.entries(broken)) {
  invalid("docs/broken-link", name, () => check(text));
}

const fine: Readonly<Record<string, string>> = {
  "another document": "[x](other.md) and [y](./other.md#a-heading-twice-1)",
  "up and down": "[x](../README.md) [y](../openapi/a.yaml) [z](../docs/other.md)",
  "a folder": "[x](../openapi/) [y](../openapi)",
  "the Design and the lock":
    "[x](../design/system.json) [y](../design/contexts/catalogue.json) [z](../groundplan.lock.json)",
  "another host":
    "[x](https://example.org/nothing.md) [y](mailto:a@example.org) [z](//example.org)",
  "a link in code": "`[x](nothing.md)`\n\n```md\n[x](nothing.md)\n```",
  "an encoded name": "[x](oth%65r.md)",
};
for (const [name, text] of Object.entries(fine)) {
  valid("docs/broken-link", name, () => check(text));
}

function check(text: string): Promise<readonly Diagnostic[]> {
  const artifacts: readonly Artifact[] = [
    markdown("docs/x.md", text),
    markdown("docs/other.md", "# A heading, twice\n\n## A heading twice\n"),
    { ...markdown("openapi/a.yaml", ""), kind: "openapi" },
  ];
  return documentLinksCheck.check(artifacts, { design: sampleDesign(), host: createMemoryHost() });
}

function markdown(path: string, text: string): Artifact {
  return { path, kind: "markdown", text, origins: [] };
}
