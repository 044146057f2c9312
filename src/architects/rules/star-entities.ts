import type { RequirementsReading } from "../../requirements/requirements-reading.ts";
import { toKebab, toTitle } from "../../util/naming.ts";
import { inScope } from "./demand-text.ts";
import { isField } from "./is-field.ts";
import type { KnownEntity, KnownField } from "./pattern.ts";

const TABLE = /\b(fact|dim|dimension)_([a-z][a-z0-9_]{1,40})\b/gi;
const MOST_COLUMNS = 20;

/**
 * The tables of a star schema that the text spells out as `fact_…` and `dim_…`: the first one of a
 * statement is the one it speaks of, the dimensions after it are what it refers to, and the words
 * of its lists are its columns (Kimball: facts hold measures at one grain, dimensions describe).
 */
export function starEntities(reading: RequirementsReading): readonly KnownEntity[] {
  const tables = new Map<string, Table>();
  for (const { id, text } of inScope(reading)) {
    const named = [...text.matchAll(TABLE)].map(([whole]) => whole.toLowerCase());
    const [subject, ...others] = named;
    if (subject === undefined) continue;
    const table = tableOf(tables, subject);
    table.statements.push(id);
    for (const other of others) {
      tableOf(tables, other);
      if (other !== subject && !isFact(other)) table.dimensions.add(other);
    }
    for (const column of columnsOf(text)) table.columns.add(column);
  }
  // Dimensions first: a fact refers to what is there before it.
  return [...tables]
    .toSorted(([a], [b]) => Number(isFact(a)) - Number(isFact(b)))
    .map(([name, table]) => entityOf(name, table));
}

interface Table {
  readonly statements: string[];
  readonly dimensions: Set<string>;
  readonly columns: Set<string>;
}

function tableOf(tables: Map<string, Table>, name: string): Table {
  const known = tables.get(name);
  if (known !== undefined) return known;
  const made: Table = { statements: [], dimensions: new Set(), columns: new Set() };
  tables.set(name, made);
  return made;
}

function entityOf(name: string, { dimensions, columns }: Table): KnownEntity {
  const words = wordsOf(name);
  const fact = isFact(name);
  return {
    id: toKebab(words),
    name: toTitle(words),
    description: fact
      ? `Fact table of the star schema: one row for each ${words.replace(/^fact /, "")}, with its measures and a key of each dimension.`
      : `Dimension of the star schema: what facts are filtered and grouped by; one row for each ${words.replace(/^dim(?:ension)? /, "")}.`,
    names: [words],
    impliedBy: new RegExp(`\\b${RegExp.escape(name)}\\b`, "i"),
    store: "olap",
    fields: [...columns].slice(0, MOST_COLUMNS).map((column): KnownField => ({
      name: column,
      essential: true,
    })),
    references: [...dimensions].map((dimension) => ({
      to: toKebab(wordsOf(dimension)),
      required: true,
    })),
    rowsPerUser: fact ? 50 : 0.01,
  };
}

function isFact(name: string): boolean {
  return name.startsWith("fact_");
}

function wordsOf(name: string): string {
  return name.toLowerCase().replaceAll("_", " ").trim();
}

/** What stands in the lists of a statement: after the last label of a clause ("measures:", "holds"). */
function columnsOf(text: string): readonly string[] {
  const lists = text
    .split(/[.;|]/)
    .flatMap(
      (clause) =>
        /^.*\b(?:measures|columns|attributes|fields|with|holds|keeps|has)\b:?\s+(.+)$/i.exec(
          clause,
        )?.[1] ?? [],
    );
  return lists.flatMap((list) =>
    list
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
      ),
  );
}
