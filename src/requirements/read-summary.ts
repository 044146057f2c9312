import { toTitle, wordsOf } from "../util/naming.ts";
import type { Block } from "./block.ts";
import { readStoryFrame } from "./read-story-frame.ts";

/** Prose on how to call an interface, not on what the product is. */
const ABOUT_TRANSPORT =
  /\b(?:headers?|content type|request bod(?:y|ies)|endpoints?|status codes?|authentication (?:required|optional)|returns an? )\b/i;
const LONGEST = 600;
const GENERIC =
  /^(?:introduction|overview|requirements?|background|contents|table of contents|purpose|goals|scope|features)$/i;

/** What a title is read from. */
export interface TitledDocument {
  readonly path: string;
  readonly blocks: readonly Block[];
  /** Of the frontmatter. */
  readonly title?: string;
}

/**
 * The title of the requirements: frontmatter, first top heading, else the file's name. Several
 * documents have the title of the first, unless their names begin alike: `conduit-endpoints`,
 * `conduit-features`.
 */
export function readTitle(documents: readonly TitledDocument[]): string {
  const [first] = documents;
  if (documents.length > 1) {
    const names = documents.map(({ path }) => wordsOf(fileName(path)));
    const own = names[0] ?? [];
    const shared = own.findIndex((word, i) => names.some((words) => words[i] !== word));
    if (shared > 0) return toTitle(own.slice(0, shared).join(" "));
  }
  return titleOf(first?.path ?? "", first?.blocks ?? [], first?.title);
}

function titleOf(path: string, blocks: readonly Block[], frontmatter: string | undefined): string {
  if (frontmatter !== undefined && frontmatter.trim() !== "")
    return frontmatter.trim().slice(0, 120);
  const [opening] = blocks;
  if (
    opening?.kind === "paragraph" &&
    /^\p{Lu}[^\n.!?:;]{2,79}$/u.test(opening.text) &&
    opening.text.split(" ").length <= 9 &&
    blocks[1]?.kind === "heading"
  )
    return opening.text;
  const first = blocks.find(
    (block) => block.kind === "heading" && !GENERIC.test(unnumbered(block.text)),
  );
  const firstBlock = blocks[0];
  if (first?.kind === "heading" && (first === firstBlock || first.headings.length === 0)) {
    const title = unnumbered(first.text);
    if (title !== "") return title.slice(0, 120);
  }
  const name = fileName(path);
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
    if (
      text.split(" ").length < 8 ||
      readStoryFrame(text) !== undefined ||
      text.endsWith(":") ||
      ABOUT_TRANSPORT.test(text)
    )
      continue;
    if (text.length <= LONGEST) return text;
    const cut = text.slice(0, LONGEST);
    const end = cut.lastIndexOf(". ");
    return end > 80 ? cut.slice(0, end + 1) : `${cut.replace(/\s+\S*$/, "")} …`;
  }
  return "";
}

function fileName(path: string): string {
  return (
    path
      .split(/[/\\]/)
      .at(-1)
      ?.replace(/\.[^.]*$/, "") ?? ""
  );
}

function unnumbered(heading: string): string {
  return heading.replace(/^\d+(?:\.\d+)*\.?\s+/, "").trim();
}
