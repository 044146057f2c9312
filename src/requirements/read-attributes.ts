import pluralize from "pluralize";
import { attributeHint } from "./attribute-hint.ts";
import { attributeName } from "./attribute-name.ts";
import type { EntityFact } from "./entity-fact.ts";
import { entityName } from "./entity-name.ts";
import { isPerson } from "./person-words.ts";
import { readEndpoint } from "./read-endpoint.ts";
import { thingName } from "./thing-name.ts";
import { splitEnumeration } from "./split-enumeration.ts";
import type { Statement } from "./statement.ts";

const INCLUDES =
  /\b(?:attributes?|fields?|properties|columns)\s*(?:such as|includ(?:e|es|ing)|are|:)\s*:?\s*([^.;]{3,600})/gi;
const HAS =
  /(?:^|[.;]\s+|,\s+)(?:each|every|an?|the|all)?\s*([\p{L}][\p{L} -]{1,40}?)\s+(?:have|has|having|consists? of|contains?|includes?|records?|stores?|is described by|comprises?)\s+(?:the following\s+(?:fields|attributes|information)?:?\s*)?((?:an?|the|its|their|unique|optional)\s+[^.;]{2,400})/giu;
const PARENTHESES =
  /\b([\p{L}][\p{L}-]*(?:\s+[\p{L}][\p{L}-]*)?)\s+(?:details?|information|data|profile|form|fields?|record|attributes|info)\s*(?:like\s+)?\(([^()]{5,400})\)/giu;
const GENITIVE = /\b(?:the|a|an|each)\s+([\p{L}-]+)['’]s?\s+([\p{L}][^.;:()]{3,300})/giu;
const RECORDED =
  /\b(?:for|of)\s+(?:each|every|an?|all)\s+([\p{L}][\p{L} -]{1,40}?),?\s+(?:we|the \p{L}+)\s+(?:also\s+)?(?:records?|stores?|keeps?|holds?|tracks?)\s+([^.;]{3,400})/giu;
const HAS_CHOICE =
  /\b(?:each|every|an?|the)\s+([\p{L}-]+)\s+(?:has|have)\s+an?\s+([\p{L}-]+)\s*\(([^()]{5,200})\)/giu;
const CHOICES =
  /\b([\p{L}][\p{L}-]*)\s+(types?|status(?:es)?|categor(?:y|ies)|kinds?|levels?|methods?|tiers?)\s*\(([^()]{5,300})\)/giu;
const DEFINED = /^([\p{L}][\p{L} _-]{1,40}?)\s*[:(]\s*([^.]{5,600}?)\)?\.?$/u;
const UNIQUE =
  /\bunique\s+([\p{L}][\p{L} -]{1,30}?)(?=[.,;()]|\s+(?:that|which|for|and|to|of|per|is|on|in|so|when|by)\b|$)/iu;
const FIELDS_LINE = /\b(required|accepted|optional|mandatory)?\s*fields?:\s*([^.]{2,400})/gi;

/** The fields that a statement gives to entities. `subject` is what its headings are about. */
export function readAttributes(
  statement: Statement,
  requirementId: string,
  subject: string | undefined,
): readonly EntityFact[] {
  const facts: EntityFact[] = [];
  const give = (entity: string | undefined, fields: readonly string[], unique = false) => {
    if (entity === undefined) return;
    for (const field of fields) {
      const name = attributeName(field);
      if (name === undefined) continue;
      const hint = attributeHint(name, /\(([^)]*)\)/.exec(field)?.[1]);
      const marks = {
        ...(hint === undefined ? {} : { typeHint: hint }),
        ...(unique || /\bunique\b/i.test(field) ? { unique: true } : {}),
      };
      facts.push({ kind: "attribute", entity, requirementId, attribute: { name, ...marks } });
    }
  };
  const { text, lead, role } = statement;
  const about = (lead === undefined ? undefined : entityName(lead)) ?? subject;
  if (statement.form === "row") return facts;

  const endpoint = readEndpoint(text);
  if (endpoint !== undefined) {
    const entity = entityOfPath(endpoint.path) ?? subject;
    for (const match of text.matchAll(FIELDS_LINE)) {
      if (/required|optional|accepted/i.test(match[1] ?? ""))
        give(entity, splitEnumeration(codesOrText(statement, match[2] ?? "")));
    }
    return facts;
  }
  for (const match of text.matchAll(HAS_CHOICE)) {
    const entity = entityName(match[1] ?? "");
    const name = attributeName(match[2] ?? "");
    const values = splitEnumeration(match[3] ?? "");
    if (entity === undefined || name === undefined || values.length < 2) continue;
    facts.push({
      kind: "attribute",
      entity,
      requirementId,
      attribute: { name, typeHint: "enum", enumValues: values },
    });
  }
  for (const match of text.matchAll(CHOICES)) {
    const entity = entityName(match[1] ?? "") ?? subject;
    const values = splitEnumeration(match[3] ?? "").filter((value) => value.split(" ").length <= 4);
    const name = attributeName(pluralize.singular((match[2] ?? "type").toLowerCase()));
    if (entity === undefined || name === undefined || values.length < 2) continue;
    facts.push({
      kind: "attribute",
      entity,
      requirementId,
      attribute: { name, typeHint: "enum", enumValues: values },
    });
  }
  const listed = role.dataModel && statement.form === "item" ? DEFINED.exec(text) : null;
  if (listed !== null) {
    const items = splitEnumeration(
      (listed[2] ?? "").replace(/([\w ]+):\s*\w+(?:\s*\|\s*\w+)+/g, "$1"),
    );
    if (items.length > 1 && items.every((item) => item.split(" ").length <= 4))
      give(entityName(listed[1] ?? ""), items);
    for (const choice of text.matchAll(/([\w ]+):\s*(\w+(?:\s*\|\s*\w+)+)/g)) {
      const entity = entityName(listed[1] ?? "");
      const name = attributeName(choice[1] ?? "");
      if (entity === undefined || name === undefined) continue;
      const enumValues = splitEnumeration(choice[2] ?? "");
      facts.push({
        kind: "attribute",
        entity,
        requirementId,
        attribute: { name, typeHint: "enum", enumValues },
      });
    }
    return facts;
  }
  for (const match of text.matchAll(INCLUDES)) give(about, splitEnumeration(match[1] ?? ""));
  if (facts.length === 0 && lead !== undefined && role.dataModel) {
    const rest = text
      .slice(lead.length)
      .replace(/^\s*[:–—-]\s*/, "")
      .replace(/\.$/, "");
    const items = splitEnumeration(rest);
    if (items.length > 1 && items.every((item) => item.split(" ").length <= 3))
      give(entityName(lead), items);
  }
  for (const match of text.matchAll(HAS)) {
    // "and is free or occupied" goes on about the thing, not about what it has.
    const items = splitEnumeration(
      (match[2] ?? "")
        .replace(/,?\s+and\s+(?:is|are|can|may|must|opens?|closes?|belongs?)\b.*$/i, "")
        // What stands behind a colon are values.
        .replace(/\b([a-z]+):\s.*$/i, "$1"),
    );
    const singular = items.filter(
      (item) => /^(?:an?|the|its|their|unique|optional)\s/i.test(item) || items.length > 1,
    );
    const owner = nameOf(match[1]);
    // What a person records, stores or contains is no part of the person.
    if (owner !== undefined && isPerson(owner) && !/\s(?:have|has|having)\s/i.test(match[0]))
      continue;
    give(owner, singular);
  }
  for (const match of text.matchAll(RECORDED))
    give(nameOf(match[1]), splitEnumeration(match[2] ?? ""));
  for (const match of text.matchAll(PARENTHESES)) {
    const items = splitEnumeration(match[2] ?? "");
    if (items.length > 1) give(entityName(match[1] ?? "") ?? subject, items);
  }
  for (const match of text.matchAll(GENITIVE)) {
    const items = splitEnumeration(match[2] ?? "");
    if (items.length > 2 && items.every((item) => item.split(" ").length <= 5))
      give(entityName(match[1] ?? ""), items);
  }
  const unique = UNIQUE.exec(text)?.[1];
  if (unique !== undefined) {
    const entity =
      /^(?:each|every|an?|all)\s+([\p{L}][\p{L} -]{1,30}?)\s+(?:is|are|has|have|must|shall|should|gets?|receives?)\b/iu.exec(
        text,
      )?.[1];
    const own = unique.split(" ");
    const owner = own.length > 1 ? entityName(own.slice(0, -1).join(" ")) : undefined;
    if (entity === undefined && about === undefined && owner !== undefined)
      give(owner, [own.at(-1) ?? ""], true);
    else give(entity === undefined ? about : entityName(entity), [unique], true);
  }
  if (statement.intro.some((line) => /\b(?:fields|attributes|properties|columns)\b/i.test(line))) {
    const label = /^([\p{L}][\p{L} _-]{1,40}?)\s*(?:[:(–—]|\s-\s)/u.exec(text)?.[1];
    if (label !== undefined) give(subject, [label]);
  }
  return facts;
}

/** The owner of stated fields; that it has some speaks for it. */
function nameOf(words = ""): string | undefined {
  return entityName(words) ?? thingName(words);
}

/** "/api/articles/:slug/comments" is about comments. */
function entityOfPath(path: string): string | undefined {
  const segments = path
    .split(/[/?]/)
    .filter(
      (segment) =>
        /^[a-z][a-z_-]*$/i.test(segment) &&
        !/^(?:api|v\d+|rest|login|logout|register|feed|search|me)$/i.test(segment),
    );
  const named = segments
    .map((segment) => entityName(segment.replace(/[-_]/g, " ")))
    .filter((name) => name !== undefined);
  return named.at(-1);
}

function codesOrText(statement: Statement, text: string): string {
  const codes = statement.codes.filter((code) => text.includes(code) && /^[\w ]+$/.test(code));
  return codes.length === 0 ? text : codes.join(", ");
}
