import type { Entity } from "../../../design/design.ts";
import { toKebab } from "../../../util/naming.ts";
import { toLiteral } from "./value-facts.ts";

type Index = Entity["indexes"][number];

/** What an index needs to know of the fields of its entity. */
interface FieldType {
  readonly id: string;
  readonly type: Entity["fields"][number]["type"];
}

/** A longer one is no list of fields. */
const LONGEST = 600;
const HEAD =
  /^(?:([a-z0-9-]+) ?= ?)?(unique (?!(?:desc|where)[ ,]))?(.+?)(?: where ([^ =]+) ?(?:= ?(.+)|is (?:empty|null)))?$/i;

/**
 * An index from its phrase: `customer-id, placed-at desc: the newest orders of a customer`,
 * `by-mail = unique email where deleted-at is empty: …`, `… where status = 'open': …`. A phrase that
 * is none stays.
 */
export function parseIndex(phrase: string, fields: readonly FieldType[]): unknown {
  const end = endOfHead(phrase);
  const head = phrase.slice(0, end).trim().replace(/\s+/g, " ");
  const [, given, unique, list, whereField, equals] =
    end === -1 || head.length > LONGEST ? [] : (HEAD.exec(head) ?? []);
  if (list === undefined) return phrase;
  const parts = list.split(",").map((part) => part.trim());
  const names = parts.map((part) => part.replace(/ (?:asc|desc)$/i, ""));
  const down = names.filter((_, index) => / desc$/i.test(parts[index] ?? ""));
  const type = fields.find(({ id }) => toKebab(id) === toKebab(whereField ?? ""))?.type;
  const where =
    whereField === undefined
      ? undefined
      : { field: whereField, ...(equals && { equals: toLiteral(type, unquoted(equals)) }) };
  const ends = [...(unique ? ["unique"] : []), ...(whereField ? ["where", whereField] : [])];
  return {
    id: given ?? toKebab([...names, ...ends].join(" "), 60),
    fields: names,
    unique: unique !== undefined,
    ...(down.length === 0 ? {} : { descending: down }),
    ...(where === undefined ? {} : { where }),
    serves: phrase.slice(end + 1),
  };
}

/** The other way round. */
export function formatIndex({ id, fields, unique, descending, where, serves }: Index): string {
  const list = fields.map((field) => `${field}${descending?.includes(field) ? " desc" : ""}`);
  return `${id} = ${unique ? "unique " : ""}${list.join(", ")}${formatWhere(where)}: ${serves}`;
}

function formatWhere(where: Index["where"]): string {
  if (where === undefined) return "";
  const { field, equals } = where;
  if (equals === undefined) return ` where ${field} is empty`;
  return ` where ${field} = '${String(equals).replaceAll("'", "''")}'`;
}

/** The first colon outside of quotes. */
function endOfHead(phrase: string): number {
  let isQuoted = false;
  for (let at = 0; at < phrase.length; at++) {
    if (phrase[at] === "'") isQuoted = !isQuoted;
    if (phrase[at] === ":" && !isQuoted) return at;
  }
  return -1;
}

function unquoted(words: string): string {
  const inner = /^'(.*)'$/s.exec(words.trim())?.[1];
  return inner === undefined ? words.trim() : inner.replaceAll("''", "'");
}
