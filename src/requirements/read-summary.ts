import { toTitle } from "../util/naming.ts";
import type { Block } from "./block.ts";
import { readStoryFrame } from "./read-story-frame.ts";

const LONGEST = 600;
const GENERIC =
  /^(?:introduction|overview|requirements?|background|contents|table of contents|purpose|goals|scope|features)$/i;

/** The title of a document: frontmatter, first top heading, else the file's name. */
export function readTitle(
  path: string,
  blocks: readonly Block[],
  frontmatter: string | undefined,
): string {
  if (frontmatter !== undefined && frontmatter.trim() !== "")
    return frontmatter.trim().slice(0, 120);
  const first = blocks.find(
    (block) => block.kind === "heading" && !GENERIC.test(unnumbered(block.text)),
  );
  const firstBlock = blocks[0];
  if (first?.kind === "heading" && (first === firstBlock || first.headings.length === 0)) {
    const title = unnumbered(first.text);
    if (title !== "") return title.slice(0, 120);
  }
  const name =
    path
      .split(/[/\\]/)
      .at(-1)
      ?.replace(/\.[^.]*$/, "") ?? "";
  return toTitle(name === "" ? "Requirements" : name);
}

/** The first prose of the document that is no statement list; empty where it begins with stories. */
export function readSummary(blocks: readonly Block[]): string {
  for (const block of blocks.slice(0, 40)) {
    if (block.kind !== "paragraph") continue;
    const text = block.text
      .replace(/\s+/g, " ")
      .replace(/(?<=[.!?])\s[^.!?]{0,200}:\s*$/, "")
      .trim();
    if (text.split(" ").length < 8 || readStoryFrame(text) !== undefined || text.endsWith(":"))
      continue;
    if (text.length <= LONGEST) return text;
    const cut = text.slice(0, LONGEST);
    const end = cut.lastIndexOf(". ");
    return end > 80 ? cut.slice(0, end + 1) : `${cut.replace(/\s+\S*$/, "")} …`;
  }
  return "";
}

function unnumbered(heading: string): string {
  return heading.replace(/^\d+(?:\.\d+)*\.?\s+/, "").trim();
}
