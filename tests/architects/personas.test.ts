import { describe, expect, it } from "vitest";
import { parsePersona } from "../../src/architects/parse-persona.ts";
import { loadPersona } from "../../src/architects/personas.ts";
import { createMemoryHost } from "../../src/host/memory.ts";
import { createNodeHost } from "../../src/host/node.ts";
import { invalid, valid } from "../support/cases.ts";

const GOOD = "---\nname: lead\ndescription: Leads.\n---\n\nYou lead.\n";

describe("a persona file", () => {
  it("gives name, description and prompt", () => {
    const { value } = parsePersona("p.md", GOOD);
    expect(value).toMatchObject({ name: "lead", description: "Leads.", instructions: "You lead." });
  });

  it.each([
    ["a byte order mark", `\uFEFF${GOOD}`],
    ["CRLF", GOOD.replaceAll("\n", "\r\n")],
    ["fields of other tools", GOOD.replace("name:", "model: opus\ntools: [Read, Write]\nname:")],
  ])("may have %s", (_, text) => {
    expect(parsePersona("p.md", text).value?.instructions).toBe("You lead.");
  });

  it("may have a colon in its description", () => {
    const { value } = parsePersona("p.md", GOOD.replace("Leads.", 'Use when: a "lead" is needed'));
    expect(value?.description).toBe('Use when: a "lead" is needed');
  });

  it("keeps what looks like front matter or a template further down", () => {
    const { value } = parsePersona("p.md", `${GOOD}\n---\n{{ secrets }}\n---\nEnd.`);
    expect(value?.instructions).toBe("You lead.\n\n---\n{{ secrets }}\n---\nEnd.");
  });

  it("is named with the line that is wrong", () => {
    const { diagnostics } = parsePersona("p.md", "---\nname: lead\ndescription: [a\n---\nYou.");
    expect(diagnostics).toHaveLength(1);
    expect(diagnostics[0]?.message).toMatch(/^p\.md, line [34]: not YAML/);
    const missing = parsePersona("p.md", "---\nname: lead\n---\nYou.");
    expect(missing.diagnostics[0]?.message).toContain("`description:` is missing");
    const number = parsePersona("p.md", "---\ndescription: d\nname: 5\n---\nYou.");
    expect(number.diagnostics[0]?.message).toContain("line 3: `name:` must be a text");
  });

  it("ships, and so does every other prompt", async () => {
    const { assets, files } = createNodeHost({ quiet: true });
    const { value } = await loadPersona({ assets, files });
    expect(value?.name).toBe("backend-lead");
    for (const path of await assets.list("agents")) {
      const text = (await assets.read(path)) ?? "";
      if (text.startsWith("---")) expect(parsePersona(path, text).diagnostics).toEqual([]);
      expect(text.trim()).not.toBe("");
    }
  });
});

const BOMB = `---\nname: n\ndescription: d\na: &a [x, x, x, x, x, x, x, x, x]\nb: &b [*a, *a, *a, *a, *a, *a, *a, *a]\nc: &c [*b, *b, *b, *b, *b, *b, *b, *b]\nd: [*c, *c, *c, *c, *c, *c, *c]\n---\nYou.`;
for (const [name, text] of [
  ["no block", "You lead."],
  ["an open block", "---\nname: x\ndescription: y\nYou lead."],
  ["a tab", "---\nname:\n\t- x\n---\nYou lead."],
  ["a list", "---\n- name\n---\nYou lead."],
  ["no instructions", "---\nname: x\ndescription: y\n---\n \n"],
  ["a bomb of aliases", BOMB],
  ["nothing", ""],
] as const) {
  invalid("persona/bad-frontmatter", name, () => parsePersona("p.md", text));
}
valid("persona/bad-frontmatter", "a good file", () => parsePersona("p.md", GOOD));

function load(content?: string | Uint8Array) {
  const files = content === undefined ? {} : { "p.md": content };
  return loadPersona(createMemoryHost({ files }), "p.md");
}
invalid("persona/unreadable", "no such file", () => load());
invalid("persona/unreadable", "not UTF-8", () => load(Uint8Array.of(0x80, 0xff)));
invalid("persona/unreadable", "too large", () => load(`${GOOD}${"x".repeat(200_001)}`));
valid("persona/unreadable", "a good file", () => load(GOOD));
