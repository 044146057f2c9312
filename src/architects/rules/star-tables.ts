import type { RequirementsReading } from "../../requirements/requirements-reading.ts";
import { singularPhrase } from "../../requirements/singular-phrase.ts";
import { inScope, speaksOf } from "./demand-text.ts";
import { isField } from "./is-field.ts";

/** A table of a star schema as the text speaks of it. */
export interface StarTable {
  /** `fact_ride`, `dim_zone`. */
  readonly name: string;
  readonly isFact: boolean;
  /** Matches the statements that ask for it. */
  readonly mention: RegExp;
  readonly grain?: string;
  /** Whether some statement asks for its earlier versions. */
  readonly keepsHistory: boolean;
  /** Tables that a fact refers to. */
  readonly dimensions: ReadonlySet<string>;
  /** Words of its columns. */
  readonly columns: ReadonlySet<string>;
}

interface Draft {
  mention: string[];
  grain?: string;
  readonly dimensions: Set<string>;
  readonly columns: Set<string>;
}

const TABLE = /\b(fact|dim|dimension)_([a-z][a-z0-9_]{1,40})\b/gi;
const STAR = /\bstar[- ]schemas?\b|\bdimensional model\b|\bfact tables?\b/i;
const ITEM = String.raw`[a-z]+(?:[- ][a-z]+){0,2}?`;
const LIST = String.raw`((?:${ITEM}(?:,\s*(?:and\s+)?|\s+and\s+))*${ITEM})`;
const LABELLED = (noun: string) =>
  new RegExp(
    String.raw`\b${noun}s?(?: tables?)?(?:\s+(?:for|of|about|are)|:)\s+${LIST}(?=\s*(?:[;.(]|$|with\b))`,
    "i",
  );
const NAMED_AS = (noun: string) =>
  new RegExp(String.raw`^${LIST}\s+as\s+(?:the\s+|its\s+)?${noun}(?: tables?)?s?\b`, "i");
const HISTORY =
  /\bslowly changing\b|\bSCD\b|\btype 2\b|\bhistor(?:y|ies) of\b|\b(?:every|each|old|all) versions?\b/i;

/**
 * The tables of a star schema: spelled out as `fact_…` and `dim_…` (the first of a statement is the
 * one it speaks of, the dimensions after it are what it refers to), or told in words ("a star schema
 * with purchases as facts, and member, store and date as dimensions"). Dimensions come first.
 */
export function starTables(reading: RequirementsReading): readonly StarTable[] {
  const tables = new Map<string, Draft>();
  const scope = inScope(reading);
  for (const { text } of scope) {
    const named = [...text.matchAll(TABLE)].map(([whole]) => whole.toLowerCase());
    if (named.length > 0) readSpelled(tables, named, text);
    else if (STAR.test(text)) readTold(tables, text);
  }
  return [...tables]
    .map(([name, { mention, ...draft }]): StarTable => ({
      ...draft,
      name,
      isFact: isFact(name),
      keepsHistory: scope.some(
        ({ text }) => HISTORY.test(text) && speaksOf(text, wordsOfTable(name).replace(/^\w+ /, "")),
      ),
      mention: new RegExp(mention.join("|"), "i"),
    }))
    .toSorted((a, b) => Number(a.isFact) - Number(b.isFact));
}

/** "fact order line" of `fact_order_line`. */
export function wordsOfTable(name: string): string {
  return name.toLowerCase().replaceAll("_", " ").trim();
}

function readSpelled(tables: Map<string, Draft>, named: readonly string[], text: string): void {
  const [subject = "", ...others] = named;
  const table = tableOf(tables, subject, `\\b${RegExp.escape(subject)}\\b`);
  const grain = /\bgrain:?\s+(?:is\s+)?([^;.|,]+)/i.exec(text)?.[1]?.trim();
  if (grain !== undefined && grain.length <= 120) table.grain = grain;
  for (const other of others) {
    tableOf(tables, other, `\\b${RegExp.escape(other)}\\b`);
    if (other !== subject && !isFact(other)) table.dimensions.add(other);
  }
  for (const column of columnsIn(text)) table.columns.add(column);
}

function readTold(tables: Map<string, Draft>, text: string): void {
  const facts = listIn(text, "fact").map((thing) => `fact_${thing}`);
  const dimensions = listIn(text, "dimension").map((thing) => `dim_${thing}`);
  if (facts.length === 0 || dimensions.length === 0) return;
  const mention = RegExp.escape(text.slice(0, 200));
  const withDate = dimensions.some((name) => /^dim_(?:date|day|calendar)$/.test(name))
    ? dimensions
    : [...dimensions, "dim_date"];
  for (const dimension of withDate) tableOf(tables, dimension, mention);
  const measures = /\bmeasures?:?\s+(?:are\s+)?([^;.]+)/i.exec(text)?.[1] ?? "";
  for (const fact of facts) {
    const table = tableOf(tables, fact, mention);
    for (const dimension of withDate) table.dimensions.add(dimension);
    for (const column of columnNames(measures)) table.columns.add(column);
  }
}

/** "facts: a and b", "a and b as facts": each part between such words is looked at by itself. */
function listIn(text: string, noun: "fact" | "dimension"): readonly string[] {
  const parts = text.split(
    /\bwith\s+(?:the\s+)?|(?<=\bas (?:the |its )?(?:facts?|dimensions?)),?\s+(?:and\s+)?/i,
  );
  const list =
    LABELLED(noun).exec(text)?.[1] ??
    parts.map((part) => NAMED_AS(noun).exec(part)?.[1]).find((found) => found !== undefined);
  return (list ?? "")
    .split(/,\s*(?:and\s+)?|\s+and\s+/)
    .map((part) => singularPhrase(part.trim().toLowerCase()).replaceAll(/[^a-z0-9]+/g, "_"))
    .filter((part) => part !== "");
}

function tableOf(tables: Map<string, Draft>, name: string, mention: string): Draft {
  const known = tables.get(name);
  if (known !== undefined) {
    if (!known.mention.includes(mention)) known.mention.push(mention);
    return known;
  }
  const made: Draft = { mention: [mention], dimensions: new Set(), columns: new Set() };
  tables.set(name, made);
  return made;
}

function isFact(name: string): boolean {
  return name.startsWith("fact_");
}

/** What stands in the lists of a statement: after the last label of a clause ("measures:", "holds"). */
function columnsIn(text: string): readonly string[] {
  return text
    .split(/[.;|]/)
    .flatMap(
      (clause) =>
        /^.*\b(?:measures|columns|attributes|fields|with|holds|keeps|has)\b:?\s+(.+)$/i.exec(
          clause,
        )?.[1] ?? [],
    )
    .flatMap(columnNames);
}

function columnNames(list: string): readonly string[] {
  return list
    .replace(/\([^)]*\)/g, "")
    .split(/,|\band\b/)
    .map((part) =>
      part
        .trim()
        .toLowerCase()
        .replace(/^(?:an?|the|its)\s+/, "")
        .replaceAll("_", " "),
    )
    .filter(
      (part) =>
        /^[a-z][a-z ]{1,38}[a-z]$/.test(part) &&
        !/^(?:fact|dim|dimension) /.test(part) &&
        part.split(" ").length <= 3 &&
        isField(part),
    );
}
