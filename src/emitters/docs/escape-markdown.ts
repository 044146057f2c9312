/** Control, zero-width and bidirectional characters, and halves of surrogate pairs. */
const INVISIBLE =
  /[\p{Cc}\p{Cs}\u00ad\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]+/gu;

/** What means something anywhere in a line of GitHub-flavoured Markdown. */
const INLINE = /[\\`*[\]|~$]|<(?=[A-Za-z/!?])|^>/gu;

/**
 * The sign without which no automatic link begins (GFM §6.9: `www.`, a scheme and `//`, an address
 * of mail or XMPP). Whatever stands before it: `_`, `*`, `~` and `(` may, and renderers add others.
 */
const AUTOLINK = /(?<=www)\.|:(?=\/\/)|(?<=mailto|xmpp):|@(?=[\w.+-])/giu;

/**
 * A text as one line of GitHub-flavoured Markdown that shows exactly that text: no markup, HTML,
 * link, automatic link, entity or table cell comes out of it. Safe in paragraphs and in cells.
 */
export function escapeMarkdown(text: string): string {
  return text
    .normalize("NFC")
    .replace(INVISIBLE, " ")
    .replace(/\s+/gu, " ")
    .trim()
    .replace(INLINE, "\\$&")
    .replace(/(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/gu, "\\_")
    .replace(/&(?=#?[A-Za-z0-9]+;)/gu, "&amp;")
    .replace(AUTOLINK, "\\$&")
    .replace(/^([#+=-])/u, "\\$1")
    .replace(/^(\d+)([.)])(?= |$)/u, "$1\\$2");
}

/** The same for prose: its line breaks become paragraphs. */
export function escapeProse(text: string): string {
  return text
    .split(/\n+/u)
    .map(escapeMarkdown)
    .filter((paragraph) => paragraph !== "")
    .join("\n\n");
}

/** A code span; fit for a table cell, where a pipe would end the cell. */
export function codeSpan(text: string): string {
  const plain = text.normalize("NFC").replace(INVISIBLE, " ").replace(/\s+/gu, " ").trim();
  if (plain === "") return "–";
  // In a cell a backslash before a pipe cannot be written as code.
  if (plain.includes("\\") && plain.includes("|")) return escapeMarkdown(plain);
  const runs = plain.match(/`+/gu) ?? [];
  const longest = Math.max(0, ...runs.map((run) => run.length));
  const fence = "`".repeat(longest + 1);
  const padding = longest > 0 ? " " : "";
  return `${fence}${padding}${plain.replaceAll("|", "\\|")}${padding}${fence}`;
}
