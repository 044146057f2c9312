import type { Block, RowBlock, TextBlock } from "./block.ts";
import { isDescribedBehaviour } from "./is-described-behaviour.ts";
import { isStatement } from "./is-statement.ts";
import { readEndpoint } from "./read-endpoint.ts";
import { readStoryFrame } from "./read-story-frame.ts";
import type { GlossaryTerm } from "./requirements-reading.ts";
import { rowStatement } from "./row-statement.ts";
import { sectionRole } from "./section-role.ts";
import { splitOwnId } from "./split-own-id.ts";
import { splitSentences } from "./split-sentences.ts";
import type { Statement } from "./statement.ts";
import type { Tagger } from "./tagger.ts";

/** The statements and glossary terms of a document. */
export interface DocumentStatements {
  readonly statements: readonly Statement[];
  readonly glossary: readonly GlossaryTerm[];
}

/** What a statement about an endpoint or a numbered heading may take in of the text below it. */
const LONGEST_BODY = 800;

/** Sorts the blocks of a document into statements and glossary; the rest is context. */
export function collectStatements(
  blocks: readonly Block[],
  tag: Tagger,
  lineBased: boolean,
): DocumentStatements {
  const statements: Statement[] = [];
  const glossary: GlossaryTerm[] = [];
  /** The endpoint or numbered heading that the paragraphs below still belong to. */
  let open: number | undefined;
  for (const block of blocks) {
    const role = sectionRole(block.headings);
    if (role.skipped || block.kind === "code") continue;
    if (block.kind === "heading") {
      const own = splitOwnId(block.text);
      open = undefined;
      if (own === undefined || own.rest === "") continue;
      open = statements.length;
      statements.push(fromText(block, role, own.rest, "titled", own.written));
      continue;
    }
    if (role.glossary) {
      const term = block.kind === "row" ? termOfRow(block) : termOfText(block);
      if (term !== undefined) {
        glossary.push(term);
        continue;
      }
    }
    if (block.kind === "row") {
      const row = rowStatement(block, role);
      if (row !== undefined) statements.push(row);
      continue;
    }
    const text = fold(block.text);
    if (block.kind === "item") {
      if (isListHeading(block, text) || /^\[?[\w .-]{1,80}\]?\(#/.test(text)) continue;
      statements.push(fromText(block, role, text, "item"));
      continue;
    }
    const target = open === undefined ? undefined : statements[open];
    const endpoint = readEndpoint(text);
    if (
      endpoint === undefined &&
      open !== undefined &&
      target !== undefined &&
      belongsTo(block, target)
    ) {
      statements[open] = extended(target, block, text);
      continue;
    }
    if (endpoint !== undefined) open = statements.length;
    /** The line of the last sentence with an id of its own; what follows on it goes on about that. */
    let numbered: number | undefined;
    for (const sentence of splitSentences(withIdMarks(block.text), lineBased)) {
      const isNumbered = (splitOwnId(sentence.text)?.rest ?? "").split(" ").length > 2;
      const last = statements.at(-1);
      if (!isNumbered && numbered === sentence.line && last !== undefined) {
        statements[statements.length - 1] = { ...last, text: `${last.text} ${sentence.text}` };
        continue;
      }
      numbered = isNumbered ? sentence.line : undefined;
      const asks = isNumbered || isStatement(sentence.text) || role.outOfScope;
      if (!asks && !isDescribedBehaviour(tag, sentence.text)) continue;
      if (asks || !/^(?:this|these|it|they|that)\b/i.test(sentence.text)) {
        const source = { ...block.source, line: block.source.line + sentence.line };
        statements.push(fromText({ ...block, source }, role, sentence.text, "sentence"));
      }
    }
  }
  return { statements, glossary };
}

/** "F1. A producer opens …": the point behind the id ends no sentence. */
function withIdMarks(text: string): string {
  return text.replace(/^([A-Z]{1,5}[-_]?\d{1,4})\.(?=\s+\p{Lu})/gmu, "$1:");
}

/** "3.1.4 A visitor may …": the number of a section is no word of the sentence. */
function withoutNumber(text: string): string {
  return text.replace(/^\d{1,3}(?:\.\d{1,3}){1,4}\.?\s+(?=\p{Lu}\p{L}*\s)/u, "");
}

/** "1. **User management**:" over a nested list is a heading, not a statement. */
function isListHeading(block: TextBlock, text: string): boolean {
  if (!block.hasChildren) return false;
  const bare = text.replace(/:$/, "");
  return (
    block.lead === bare ||
    (text.split(" ").length <= 6 && !isStatement(text)) ||
    /\b(?:following|below)\b[^.]*:$/i.test(text)
  );
}

function fromText(
  block: TextBlock,
  role: Statement["role"],
  text: string,
  form: Statement["form"],
  headingId?: string,
): Statement {
  const own = headingId === undefined ? splitOwnId(text) : { written: headingId, rest: text };
  const rest = own === undefined || own.rest === "" ? withoutNumber(text) : own.rest;
  const story = readStoryFrame(rest) !== undefined;
  const endpoint = readEndpoint(rest) !== undefined;
  const lead =
    block.lead !== undefined && text.startsWith(block.lead) && own === undefined
      ? block.lead
      : undefined;
  return {
    form: story ? "story" : endpoint ? "endpoint" : form,
    text: rest,
    codes: block.codes,
    source: block.source,
    headings: block.headings,
    intro: block.intro,
    cells: [],
    role,
    ...(lead === undefined ? {} : { lead }),
    ...(own === undefined ? {} : { ownId: own.written }),
    ...(form === "titled" ? { title: rest } : {}),
  };
}

function belongsTo(block: TextBlock, target: Statement): boolean {
  const depth = target.headings.length + (target.form === "titled" ? 1 : 0);
  return block.headings.length === depth && target.text.length < LONGEST_BODY;
}

function extended(target: Statement, block: TextBlock, text: string): Statement {
  const joint = /[.:;!?]$/.test(target.text) ? " " : target.form === "titled" ? ": " : ". ";
  return {
    ...target,
    text: target.text + joint + text.slice(0, LONGEST_BODY),
    codes: [...target.codes, ...block.codes],
    source: { ...target.source, endLine: block.source.endLine },
  };
}

function termOfRow(block: RowBlock): GlossaryTerm | undefined {
  const [term, definition] = block.cells;
  if (term === undefined || definition === undefined || term.text === "") return undefined;
  return { term: term.text, definition: definition.text, source: block.source };
}

function termOfText(block: TextBlock): GlossaryTerm | undefined {
  const text = fold(block.text);
  const split = /^(.{1,60}?)\s*(?::|\s[–—-])\s+(.+)$/.exec(text);
  const term = block.lead ?? split?.[1];
  if (term === undefined || term.length > 60) return undefined;
  const definition = text.slice(text.indexOf(term) + term.length).replace(/^[\s:–—-]+/, "");
  return definition === "" ? undefined : { term, definition, source: block.source };
}

function fold(text: string): string {
  return text.replace(/\s+/g, " ").trim();
}
