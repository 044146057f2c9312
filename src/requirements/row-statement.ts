import type { Cell, RowBlock } from "./block.ts";
import { readStoryFrame } from "./read-story-frame.ts";
import type { SectionRole } from "./section-role.ts";
import { isOwnId } from "./split-own-id.ts";
import type { Statement } from "./statement.ts";

const ID_COLUMN =
  /^(?:id|#|no\.?|nr\.?|ref(?:erence)?|key|code|(?:req(?:uirement)?|story|us|fr|nfr|use case)[ _-]?(?:id|no\.?|#))$/i;
const MAIN_COLUMN =
  /^(?:(?:user )?stor(?:y|ies)|requirements?|descriptions?|statement|feature|capability|rule|details?)$/i;
const PRIORITY_COLUMN = /^(?:priority|moscow|importance|prio)$/i;

/** Keys of a table about the document itself. */
const DOCUMENT_KEY =
  /^(?:(?:document )?(?:version|owner|author|status|date|title|id)s?|reviewers?|approvers?|approved by|prepared (?:by|for)|last (?:updated|changed|modified)|created(?: on| by)?|department|confidentiality|classification|product owner|stakeholders?|project(?: name)?|revision)$/i;
/** The column of today's number, where others hold that of later. */
const NOW_COLUMN =
  /^(?:now|today|current(?:ly)?|(?:at )?launch|value|target|number|amount|actual)$/i;

/** A table row as a statement: the story or requirement cell, or "Column: cell; …". */
export function rowStatement(block: RowBlock, role: SectionRole): Statement | undefined {
  const filled = block.cells.filter((cell) => cell.text !== "" && !/^[-–—]+$/.test(cell.text));
  const id =
    filled.find((cell) => ID_COLUMN.test(cell.column) && cell.text.length <= 24) ??
    filled.find((cell) => isOwnId(cell.text));
  const rest = filled.filter((cell) => cell !== id);
  const [only] = rest;
  if (only === undefined) return undefined;
  if (isAboutDocument(rest, block.headings.length)) return undefined;
  const priority = rest.find((cell) => PRIORITY_COLUMN.test(cell.column));
  const title = rest.find((cell) =>
    /^(?:name|title|feature|metric|attribute|category)$/i.test(cell.column),
  );
  const spread = storyOf(rest);
  const story = spread ?? rest.find((cell) => readStoryFrame(cell.text) !== undefined);
  const step = story === undefined ? stepOf(rest) : undefined;
  const text =
    step ??
    (story === undefined
      ? wordsOfRow(rest.filter((cell) => cell !== priority))
      : storyWithCriteria(story, rest));
  const ranked = priority === undefined ? role : { ...role, priority: rank(priority.text) };
  return {
    form: step !== undefined ? "sentence" : story === undefined ? "row" : "story",
    text,
    codes: rest.flatMap((cell) => cell.codes),
    source: block.source,
    headings: block.headings,
    intro: [],
    cells: step === undefined ? block.cells : [],
    role: ranked,
    ...(id === undefined || !/\p{L}/u.test(id.text) ? {} : { ownId: id.text }),
    ...(title === undefined || title === story ? {} : { title: title.text }),
  };
}

/** "Version: 1.3" below the title says nothing of the product. */
function isAboutDocument(cells: readonly Cell[], depth: number): boolean {
  const [key, value, more] = cells;
  return (
    depth <= 1 &&
    key !== undefined &&
    value !== undefined &&
    more === undefined &&
    DOCUMENT_KEY.test(key.text.trim())
  );
}

function wordsOfRow(cells: readonly Cell[]): string {
  const role = cells.find((cell) => /^(?:role|actor|persona|stakeholder)s?$/i.test(cell.column));
  const says = cells.find((cell) =>
    /^(?:descriptions?|responsibilit(?:y|ies)|goals?|tasks?)$/i.test(cell.column),
  );
  if (role !== undefined && says !== undefined && cells.length === 2)
    return `${role.text}: ${says.text}`;
  const main = cells.filter((cell) => MAIN_COLUMN.test(cell.column));
  const [first] = main;
  if (first !== undefined && main.length === 1 && first.text.split(" ").length > 4) {
    const others = cells.filter((cell) => cell !== first).map(labelled);
    return others.length === 0 ? first.text : `${first.text} (${others.join("; ")})`;
  }
  if (cells.length === 2) return cells.map((cell) => cell.text.replace(/[;:\s]+$/, "")).join(": ");
  const now = cells.find((cell) => NOW_COLUMN.test(cell.column) && /\d/.test(cell.text));
  const [label] = cells;
  if (now !== undefined && label !== undefined && label !== now) {
    const others = cells.filter((cell) => cell !== label && cell !== now).map(labelled);
    return `${label.text}: ${now.text}${others.length === 0 ? "" : ` (${others.join("; ")})`}`;
  }
  return cells.map(labelled).join("; ");
}

/** "As a | I want to | so that": one story over three columns. */
function storyOf(cells: readonly Cell[]): Cell | undefined {
  const at = (name: RegExp): Cell | undefined =>
    cells.find(({ column }) => name.test(column.trim()));
  const who = at(/^as (?:an?|the)\b/i);
  const want = at(/^i (?:want|need|can|would like)\b/i);
  const benefit = at(/^so that\b/i);
  if (who === undefined || want === undefined) return undefined;
  const role = who.text.replace(/^an?\s+/i, "");
  const article = /^[aeiou]/i.test(role) ? "an" : "a";
  const wish = want.text.replace(/^to\s+/i, "").replace(/[.,;\s]+$/, "");
  const reason = benefit === undefined ? "" : `, so that ${benefit.text.replace(/[.\s]+$/, "")}`;
  return { ...want, text: `As ${article} ${role}, I want to ${wish}${reason}.` };
}

/** A row that says who does what ("Clerk | records the signature") is a sentence. */
function stepOf(cells: readonly Cell[]): string | undefined {
  const who = cells.find(({ column }) =>
    /^(?:who|actor|role|by|by whom|responsible|performed by|persona)$/i.test(column.trim()),
  );
  const what = cells.find(({ column }) =>
    /^(?:what|what happens|does|action|activity|what (?:they|he|she) do(?:es)?)$/i.test(
      column.trim(),
    ),
  );
  if (who === undefined || what === undefined || what === who) return undefined;
  if (!/^[a-z]+s(?:\s|,\s[a-z]+s\b)/.test(what.text) || who.text.split(" ").length > 3)
    return undefined;
  return `The ${who.text.toLowerCase()} ${what.text}`;
}

function storyWithCriteria(story: Cell, cells: readonly Cell[]): string {
  const criteria = cells.find((cell) => /criteria|acceptance/i.test(cell.column));
  return criteria === undefined
    ? story.text
    : `${story.text} Acceptance: ${criteria.text.replace(/(^|;)\s*[-*•]\s+/g, "$1 ").trim()}`;
}

function labelled(cell: Cell): string {
  return cell.column === "" ? cell.text : `${cell.column}: ${cell.text}`;
}

function rank(text: string): "must" | "should" | "could" {
  if (/^(?:m\b|must|high|critical|p0|1\b|essential|mandatory)/i.test(text)) return "must";
  if (/^(?:c\b|could|low|p2|p3|3\b|4\b|optional|nice|w\b|won)/i.test(text)) return "could";
  return "should";
}
