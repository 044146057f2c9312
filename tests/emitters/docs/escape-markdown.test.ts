import fc from "fast-check";
import type { Root, RootContent } from "mdast";
import { fromMarkdown } from "mdast-util-from-markdown";
import { gfmFromMarkdown } from "mdast-util-gfm";
import { gfm } from "micromark-extension-gfm";
import { expect, test } from "vitest";
import {
  codeSpan,
  escapeMarkdown,
  escapeProse,
} from "../../../src/emitters/docs/escape-markdown.ts";
import { hostileLabels } from "../mermaid/hostile-labels.ts";

const hostile = [
  ...hostileLabels,
  "| a | b |",
  "\\| \\\\|",
  "```js\nalert(1)\n```",
  "    indented",
  "[a]: https://example.org",
  "[x][a] ![i](j)",
  "<!-- comment",
  "</td>",
  "1) one",
  "99. red",
  "a_b_c __d__ _e",
  "~~x~~ ~y~",
  "http://a.example https:// www.x.y WWW.example.org mailto:a@b.c xmpp:a@b.c",
  "_www.example.org<b>bold</b>",
  "*www.a.b* (www.a.b) ~www.a.b~ [www.a.b] xwww.a.b",
  "_https://a.b/c_d|e (HTTPS://a.b) ftp://a.b/c*d*",
  "_a@b.c _mailto:a@b.c mailto:a_b@c.d_ xmpp:a@b.c/x_y a@.b.c a@-b.c a@_b.c",
  "&copy; &#x41; &nope",
  "Setext\n===",
  "> quote",
  "+ plus",
  "* star",
  "[^1] [^1]: note",
  "- [ ] task",
  "$a$ and $$b$$",
  "trailing backslash \\",
];

/** What addresses are made of, and what may stand around them. */
const pieces = [
  ..." |`\\_*~()[]<>&;:/.,@+-!?\"'#x7é".split(""),
  "www.",
  "http://",
  "https:",
  "//",
  "ftp://",
  "mailto:",
  "xmpp:",
  "a@b.c",
  "example.org",
];

const texts = fc.oneof(
  fc.constantFrom(...hostile),
  fc.array(fc.constantFrom(...hostile, ...pieces), { maxLength: 5 }).map((parts) => parts.join("")),
  fc.array(fc.constantFrom(...pieces), { maxLength: 9 }).map((parts) => parts.join("")),
  fc.string({ unit: "grapheme", maxLength: 40 }),
  fc.string({ unit: "grapheme-ascii", maxLength: 40 }),
);

test("any text in a paragraph is that text and nothing else", () => {
  fc.assert(
    fc.property(texts, (text) => {
      const wanted = plain(text);
      const { children } = parse(escapeMarkdown(text));
      expect(children.length).toBe(wanted === "" ? 0 : 1);
      expect(children.map(textOf).join("")).toBe(wanted);
    }),
    { numRuns: 3000, examples: hostile.map((text) => [text]) },
  );
});

test("any text in a cell is that text and leaves the row whole", () => {
  fc.assert(
    fc.property(texts, texts, (a, b) => {
      const tree = parse(
        `| x | y | z |\n|---|---|---|\n| ${escapeMarkdown(a)} | ${codeSpan(b)} | end |\n`,
      );
      const [table] = tree.children;
      if (table?.type !== "table") throw new Error("no table");
      const cells = table.children[1]?.children ?? [];
      expect(cells.length).toBe(3);
      expect(cells.map((cell) => cell.children.map(textOf).join(""))).toEqual([
        plain(a),
        plain(b) === "" ? "–" : plain(b),
        "end",
      ]);
    }),
    { numRuns: 3000, examples: hostile.map((text): [string, string] => [text, text]) },
  );
});

test("prose keeps its paragraphs", () => {
  expect(escapeProse("One.\nTwo.\n\n\n- three")).toBe("One.\n\nTwo.\n\n\\- three");
});

function parse(text: string): Root {
  return fromMarkdown(text, { extensions: [gfm()], mdastExtensions: [gfmFromMarkdown()] });
}

/** Text of nodes that are text; anything else shows up as its type. */
function textOf(node: RootContent): string {
  if (node.type === "text" || node.type === "inlineCode") return node.value;
  if (node.type === "paragraph") return node.children.map(textOf).join("");
  // The parser turns addresses into links after it has read the escapes; such a link shows the
  // address that it leads to, so it hides nothing.
  if (node.type === "link") {
    const text = node.children.map(textOf).join("");
    if ([text, `http://${text}`, `mailto:${text}`].includes(node.url)) return text;
  }
  return `<${node.type}>`;
}

function plain(text: string): string {
  return text
    .normalize("NFC")
    .replace(
      /[\p{Cc}\p{Cs}\u00ad\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]+/gu,
      " ",
    )
    .replace(/\s+/gu, " ")
    .trim();
}
