import type { Root } from "mdast";

/** Bounds against input made to be slow: nesting and runs of inline marks cost more than linear. */
const DEEPEST = 24;
const LONGEST_RUN = 20_000;

/** The Markdown tree (CommonMark and GFM). Indented text is prose here, never code. */
export async function parseMarkdown(text: string): Promise<Root> {
  const [{ fromMarkdown }, { gfm }, { gfmFromMarkdown }] = await Promise.all([
    import("mdast-util-from-markdown"),
    import("micromark-extension-gfm"),
    import("mdast-util-gfm"),
  ]);
  return fromMarkdown(tame(text), {
    extensions: [gfm(), { disable: { null: ["codeIndented"] } }],
    mdastExtensions: [gfmFromMarkdown()],
  });
}

/** Keeps every line in its place, so that line numbers stay true. */
function tame(text: string): string {
  const lines = text.split("\n").map(flattenNesting);
  let start = 0;
  for (let i = 0; i <= lines.length; i++) {
    const line = lines[i];
    if (line !== undefined && line.trim() !== "") continue;
    plainLongRun(lines, start, i);
    start = i + 1;
  }
  return lines.join("\n");
}

/** "> > > > …" and "- - - - …" beyond any sensible depth. */
function flattenNesting(line: string): string {
  const prefix = /^(?:[ \t]*(?:>|[-+*](?=[ \t])|\d{1,9}[.)](?=[ \t])))+/.exec(
    line.slice(0, 4000),
  )?.[0];
  const marks = prefix?.match(/>|[-+*]|\d+[.)]/g)?.length ?? 0;
  if (prefix !== undefined && marks > DEEPEST)
    return line.slice(prefix.length).replace(/[>*+-]/g, " ");
  const indent = /^[ \t]*/.exec(line)?.[0].length ?? 0;
  return indent > DEEPEST * 4 ? " ".repeat(DEEPEST * 4) + line.slice(indent) : line;
}

function plainLongRun(lines: string[], from: number, to: number): void {
  let length = 0;
  let longest = 0;
  let table = 0;
  for (let i = from; i < to; i++) {
    const size = lines[i]?.length ?? 0;
    length += size;
    longest = Math.max(longest, size);
    if (/^\s*(?:\||[-*+] |\d+[.)] )/.test(lines[i] ?? "")) table++;
  }
  if (longest <= LONGEST_RUN && (length <= LONGEST_RUN || table > (to - from) / 2)) return;
  for (let i = from; i < to; i++) lines[i] = (lines[i] ?? "").replace(/[*_`~<>[\]!&\\|]/g, " ");
}
