import { wordsOf } from "../util/naming.ts";
import { attributeHint } from "./attribute-hint.ts";
import type { EntityFact } from "./entity-fact.ts";
import type { AttributeHint } from "./entity-mention.ts";
import { entityName } from "./entity-name.ts";

const DEEPEST = 4;

/** The entities of an example body: `{"article": {"slug": "…", "author": {…}}}`. */
export function readJsonSample(
  code: string,
  requirementId: string,
  subject: string | undefined,
): readonly EntityFact[] {
  const facts: EntityFact[] = [];
  const value = parsed(code);
  if (isObject(value)) readWrapper(facts, value, requirementId, subject);
  else if (Array.isArray(value) && isObject(value[0]) && subject !== undefined)
    readFields(facts, subject, value[0], requirementId, 0);
  return facts;
}

/** An object whose values are objects names entities by its keys; else it is one itself. */
function readWrapper(
  facts: EntityFact[],
  value: Readonly<Record<string, unknown>>,
  requirementId: string,
  subject: string | undefined,
): void {
  const nested = Object.entries(value).filter(([, inner]) => isObject(firstOf(inner)));
  const plain = Object.keys(value).length - nested.length;
  if (nested.length > 0 && plain <= 2) {
    for (const [key, inner] of nested) {
      const entity = entityName(wordsOf(key).join(" "));
      const fields = firstOf(inner);
      if (entity !== undefined && isObject(fields))
        readFields(facts, entity, fields, requirementId, 0);
    }
  } else if (subject !== undefined && plain > 1)
    readFields(facts, subject, value, requirementId, 0);
}

function readFields(
  facts: EntityFact[],
  entity: string,
  fields: Readonly<Record<string, unknown>>,
  requirementId: string,
  depth: number,
): void {
  for (const [key, value] of Object.entries(fields).slice(0, 100)) {
    const name = wordsOf(key).join(" ");
    const inner = firstOf(value);
    if (name === "" || !/^[a-z]/.test(name)) continue;
    if (isObject(inner)) {
      const to = entityName(name);
      if (to === undefined || depth >= DEEPEST) continue;
      facts.push({
        kind: "relation",
        entity,
        to,
        cardinality: Array.isArray(value) ? "many" : "one",
        requirementId,
      });
      readFields(facts, to, inner, requirementId, depth + 1);
      continue;
    }
    const hint = hintOf(name, value);
    facts.push({
      kind: "attribute",
      entity,
      requirementId,
      attribute: hint === undefined ? { name } : { name, typeHint: hint },
    });
  }
}

function hintOf(name: string, value: unknown): AttributeHint | undefined {
  if (typeof value === "boolean") return "boolean";
  if (typeof value === "number") return attributeHint(name) === "money" ? "money" : "number";
  if (typeof value !== "string") return attributeHint(name);
  if (/^\d{4}-\d{2}-\d{2}(?:T|$)/.test(value)) return "date";
  if (/^https?:\/\//.test(value)) return "url";
  if (/^[^\s@]+@[^\s@]+$/.test(value)) return "email";
  return attributeHint(name) ?? "text";
}

function firstOf(value: unknown): unknown {
  return Array.isArray(value) ? value[0] : value;
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function parsed(code: string): unknown {
  if (code.length > 100_000) return undefined;
  try {
    return JSON.parse(code);
  } catch {
    return undefined;
  }
}
