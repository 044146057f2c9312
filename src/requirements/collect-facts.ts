import type { Block } from "./block.ts";
import type { EntityFact } from "./entity-fact.ts";
import { entityName, entityNamesOf } from "./entity-name.ts";
import { readAttributes } from "./read-attributes.ts";
import { readJsonSample } from "./read-json-sample.ts";
import { readRelations } from "./read-relations.ts";
import { readRowAttributes } from "./read-row-attributes.ts";
import { readStates } from "./read-states.ts";
import { readStory } from "./read-story.ts";
import type { GlossaryTerm } from "./requirements-reading.ts";
import type { Statement } from "./statement.ts";
import { thingName } from "./thing-name.ts";
import { storyText } from "./story-text.ts";
import type { Tagger } from "./tagger.ts";

/** Headings that say what kind of text stands below, not what it is about. */
const ABOUT_TEXT =
  /\b(?:stor(?:y|ies)|requirements?|functions|features?|use cases?|epics?|acceptance|roles?|stakeholders|purpose|scope|overview|behaviou?rs?)\b/i;

/** What statements, tables, example bodies and glossary say about entities, in reading order. */
export function collectFacts(
  tag: Tagger,
  blocks: readonly Block[],
  statements: readonly Statement[],
  ids: readonly string[],
  glossary: readonly GlossaryTerm[],
  title: string,
): readonly EntityFact[] {
  const subjects = createSubjects(tag, title);
  const facts: EntityFact[] = [];
  /** The entity that a bullet introduced; bullets without one below the same heading go on about it. */
  let last: { readonly heading: string; readonly entity: string } | undefined;
  for (const [i, statement] of statements.entries()) {
    if (statement.role.outOfScope) continue;
    const id = ids[i] ?? "";
    const heading = statement.headings.join(" > ");
    const subject =
      last?.heading === heading
        ? last.entity
        : (dictionaryOf(statement) ?? subjects(statement.headings));
    for (const fact of readAttributes(statement, id, subject)) facts.push(fact);
    if (statement.form === "row")
      for (const fact of readRowAttributes(statement, id, subject)) facts.push(fact);
    const relational = statement.form === "endpoint" ? storyText(statement) : statement.text;
    for (const fact of readRelations(relational, id)) facts.push(fact);
    for (const fact of readStates(statement, id, subject)) facts.push(fact);
    const named =
      statement.role.dataModel && statement.lead !== undefined
        ? (entityName(statement.lead) ?? thingName(statement.lead))
        : undefined;
    if (named !== undefined && statement.form === "item") {
      facts.push({ kind: "named", entity: named, requirementId: id });
      last = { heading, entity: named };
    }
  }
  const locate = createLocator(statements, ids);
  for (const block of blocks) {
    if (block.kind !== "code" || !/^(?:json[c5]?)?$/i.test(block.language)) continue;
    const id = locate(block.source.path, block.source.line);
    for (const fact of readJsonSample(block.text, id, subjects(block.headings))) facts.push(fact);
  }
  for (const { term } of glossary) {
    for (const part of term.split(/\s*\/\s*/)) {
      const entity = entityName(part);
      if (
        entity !== undefined &&
        facts.every((fact) => fact.entity !== entity || fact.kind !== "named")
      ) {
        facts.push({ kind: "named", entity, requirementId: "" });
      }
    }
  }
  return facts;
}

/** A heading right above a table of fields names what has them, whatever the word. */
function dictionaryOf({ form, role, headings, cells }: Statement): string | undefined {
  const isField = cells.some(({ column }) =>
    /^(?:field|attribute|column|property)s?$/i.test(column),
  );
  const heading = (headings.at(-1) ?? "").replace(/^[\d.]+\s+/, "");
  return form === "row" && role.dataModel && isField && heading.split(" ").length <= 3
    ? (entityName(heading) ?? thingName(heading))
    : undefined;
}

/** What the innermost telling heading is about: "Update article" → article. */
function createSubjects(
  tag: Tagger,
  title: string,
): (headings: readonly string[]) => string | undefined {
  const known = new Map<string, string | undefined>();
  function subjectOf(heading: string): string | undefined {
    if (!known.has(heading)) {
      const plain = heading
        .replace(/^[\d.]+\s+/, "")
        .replace(/\(.*?\)/g, "")
        .slice(0, 120);
      const { nouns } = readStory(
        tag,
        "",
        plain.charAt(0).toUpperCase() + plain.slice(1).toLowerCase(),
      );
      known.set(heading, nouns.flatMap((noun) => entityNamesOf(noun.words))[0]);
    }
    return known.get(heading);
  }
  return function subject(headings) {
    for (const heading of headings.slice(-2).toReversed()) {
      // The title of a document with sections names the product.
      if (ABOUT_TEXT.test(heading) || (heading === title && heading.includes(" "))) continue;
      const name = subjectOf(heading);
      if (name !== undefined) return name;
    }
    return undefined;
  };
}

/** The id of the last statement before a line; the first of the file where none stands before it. */
function createLocator(
  statements: readonly Statement[],
  ids: readonly string[],
): (path: string, line: number) => string {
  const byPath = Map.groupBy(statements.keys(), (i) => statements[i]?.source.path ?? "");
  return function locate(path, line) {
    const own = byPath.get(path) ?? [];
    const before = own.findLast((i) => (statements[i]?.source.line ?? 0) <= line) ?? own[0];
    return before === undefined ? "" : (ids[before] ?? "");
  };
}
