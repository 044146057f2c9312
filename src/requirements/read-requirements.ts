import type { Diagnostic, Outcome } from "../diagnostics/diagnostic.ts";
import { assignIds } from "./assign-ids.ts";
import type { Block } from "./block.ts";
import { classifyKind } from "./classify-kind.ts";
import { collectActors } from "./collect-actors.ts";
import { collectEntities } from "./collect-entities.ts";
import { collectFacts } from "./collect-facts.ts";
import { collectStatements } from "./collect-statements.ts";
import { detectLanguage } from "./detect-language.ts";
import { nothingRecognised } from "./findings/nothing-recognised.ts";
import { otherLanguage } from "./findings/other-language.ts";
import type { PreviousRequirement } from "./match-previous.ts";
import { nameRequirement } from "./name-requirement.ts";
import type { Quantity } from "./quantity.ts";
import { readBlocks } from "./read-blocks.ts";
import { readPriority } from "./read-priority.ts";
import { readQuantities } from "./read-quantities.ts";
import { readStory } from "./read-story.ts";
import { readRole } from "./read-role.ts";
import { storyText } from "./story-text.ts";
import { readSummary, readTitle } from "./read-summary.ts";
import type { Requirement } from "./requirement.ts";
import type { GlossaryTerm, RequirementsReading } from "./requirements-reading.ts";
import type { Statement } from "./statement.ts";
import { entityName } from "./entity-name.ts";
import { loadTagger } from "./tagger.ts";

/** A requirements file, decoded. */
export interface RequirementsDocument {
  readonly path: string;
  readonly text: string;
}

/** What an earlier run knows. */
export interface ReadRequirementsOptions {
  /** Requirements of the previous package: their ids are kept where the wording changed only a little. */
  readonly previous?: readonly PreviousRequirement[];
}

/**
 * Reads documents as one body of requirements. Deterministic, without network. Text that is not
 * English, or in which no statement is found, gives an error and no value.
 */
export async function readRequirements(
  documents: readonly RequirementsDocument[],
  options: ReadRequirementsOptions = {},
): Promise<Outcome<RequirementsReading>> {
  const paths = documents.map(({ path }) => path);
  const read = await Promise.all(
    documents.map(async ({ path, text }) => ({ path, ...(await readBlocks(path, text)) })),
  );
  const blocks = read.flatMap((document) => document.blocks);
  if (detectLanguage(proseOf(blocks)) === "other") {
    return { diagnostics: [otherLanguage("package", { paths }, at(paths))] };
  }
  const tag = await loadTagger();
  const statements: Statement[] = [];
  const glossary: GlossaryTerm[] = [];
  for (const document of read) {
    const found = collectStatements(
      document.blocks,
      tag,
      !/\.(?:md|markdown|mdx)$/i.test(document.path),
    );
    for (const statement of found.statements) statements.push(statement);
    for (const term of found.glossary) glossary.push(term);
  }
  if (statements.length === 0)
    return { diagnostics: [nothingRecognised("package", { paths }, at(paths))] };

  const { ids, diagnostics } = assignIds(statements, options.previous ?? []);
  const requirements: Requirement[] = [];
  const quantities: Quantity[] = [];
  for (const [i, statement] of statements.entries()) {
    const id = ids[i] ?? "";
    const found = readQuantities(statement.text, {
      requirementId: id,
      headings: [...statement.headings, ...statement.intro],
    });
    for (const quantity of found) quantities.push(quantity);
    requirements.push(requirementOf(statement, id, found));
  }
  const readings = statements
    .map((statement, i) => ({ statement, id: ids[i] ?? "" }))
    .filter(({ statement }) => !statement.role.outOfScope)
    .map(
      ({ statement, id }) => readRole(statement, id) ?? readStory(tag, id, storyText(statement)),
    );
  const functional = new Set(
    requirements.filter(({ kind }) => kind === "functional").map(({ id }) => id),
  );
  const behaviour = readings.filter(({ story }) => functional.has(story.requirementId));
  const stories = readings.map(({ story }) => story);
  const title = readTitle(read);
  const facts = collectFacts(tag, blocks, statements, ids, glossary, title);
  const product = entityName(title.split(/[:–—(]|\s-\s/, 1)[0] ?? "");
  return {
    value: {
      title,
      summary: readSummary(blocks),
      requirements,
      stories,
      glossary,
      entities: collectEntities(behaviour.length === 0 ? readings : behaviour, facts).filter(
        // The product is not one of its own entities.
        ({ name, attributes }) => attributes.length > 0 || name !== product,
      ),
      actors: collectActors(stories),
      quantities,
      language: "en",
    },
    diagnostics: diagnostics satisfies readonly Diagnostic[],
  };
}

function requirementOf(
  statement: Statement,
  id: string,
  quantities: readonly Quantity[],
): Requirement {
  const { text, source, headings, role } = statement;
  return {
    id,
    name: nameRequirement(statement),
    kind: classifyKind(statement, quantities),
    text,
    priority: readPriority(text, role.priority),
    source,
    headings,
    outOfScope: role.outOfScope,
  };
}

function proseOf(blocks: readonly Block[]): string {
  const texts = blocks.map((block) =>
    block.kind === "row"
      ? block.cells.map((cell) => cell.text).join(" ")
      : block.kind === "code"
        ? ""
        : block.text,
  );
  return texts.join("\n");
}

function at(paths: readonly string[]): { readonly artifact?: { readonly path: string } } {
  const [path] = paths;
  return path === undefined ? {} : { artifact: { path } };
}
