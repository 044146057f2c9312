import type { Entity, Field } from "../../design/design.ts";
import type { RequirementsReading } from "../../requirements/requirements-reading.ts";
import { toKebab, toTitle } from "../../util/naming.ts";
import type { KnownEntity, KnownField } from "./pattern.ts";
import type { StarTable } from "./star-tables.ts";
import { starTables, wordsOfTable } from "./star-tables.ts";

const MOST_COLUMNS = 20;
const HISTORY = /\bversions?\b|\bhistor\w+|\bslowly changing\b|\bSCD\b|\btype 2\b/i;
const VALIDITY = ["valid from", "valid until"];
const PERIOD = /\b(?:in|per|for|and) (?:one|a|each|every|the) (minute|hour|day|week|month)\b/i;
const NATURAL = /\b(?:number|code|key|sku|pseudonym|id)$/;

/**
 * The tables of a star schema that the text asks for, as entities (Kimball and Ross, The Data
 * Warehouse Toolkit): a fact has one grain, a key of each dimension and measures; a dimension has
 * a surrogate key beside its natural one, and a row for each version where history is asked.
 */
export function starEntities(reading: RequirementsReading): readonly KnownEntity[] {
  return starTables(reading).map((table) => (table.isFact ? factOf(table) : dimensionOf(table)));
}

function factOf(table: StarTable): KnownEntity {
  const thing = thingOf(table);
  const grain = table.grain ?? `one ${thing}`;
  const period = PERIOD.exec(grain)?.[1]?.toLowerCase();
  const references = [...table.dimensions].map((dimension) => ({
    to: toKebab(wordsOfTable(dimension)),
    required: true,
  }));
  const time: KnownField =
    period === undefined
      ? {
          name: "occurred at",
          essential: true,
          overrides: {
            description: `When it happened; decides which version of a dimension holds.`,
          },
        }
      : {
          name: "period starts at",
          essential: true,
          overrides: { type: "timestamp", description: `The ${period} that the row is about.` },
        };
  return {
    ...common(table, "fact", grain),
    description: `Fact table of the star schema: ${grain}, with its measures and a key of each dimension.`,
    fields: [time, ...columnsOf(table)],
    references,
    ...(period === undefined
      ? {}
      : { uniqueKeys: [["period-starts-at", ...references.map(({ to }) => `${to}-id`)]] }),
    rowsPerUser: 50,
  };
}

function dimensionOf(table: StarTable): KnownEntity {
  const thing = thingOf(table);
  const isDate = /^(?:dim|dimension) (?:calendar )?(?:date|day|calendar)$/.test(
    wordsOfTable(table.name),
  );
  if (isDate) return dateDimension(table);
  const stated = [...table.columns];
  const keepsHistory =
    table.keepsHistory ||
    stated.some((column) => VALIDITY.includes(column)) ||
    HISTORY.test(table.grain ?? "");
  const own = stated.filter((column) => !VALIDITY.includes(column));
  const columns = own.length > 0 ? own : [`${thing} code`, `${thing} name`];
  const natural = columns.find((column) => NATURAL.test(column)) ?? columns[0] ?? `${thing} code`;
  const grain = table.grain ?? (keepsHistory ? `one version of one ${thing}` : `one ${thing}`);
  return {
    ...common(table, "dimension", grain),
    description: `Dimension of the star schema: ${grain}. What facts are filtered and grouped by.`,
    fields: [...asFields(columns), ...(keepsHistory ? validity(thing) : [])],
    uniqueKeys: [[toKebab(natural, 60), ...(keepsHistory ? ["valid-from"] : [])]],
    rowsPerUser: 0.1,
  };
}

function dateDimension(table: StarTable): KnownEntity {
  const stated = [...table.columns].filter(
    (column) => !/^(?:calendar )?(?:date|day)$/.test(column),
  );
  const columns = stated.length > 0 ? stated : ["weekday", "month", "year"];
  const grain = table.grain ?? "one calendar day";
  return {
    ...common(table, "date-dimension", grain),
    description: `Date dimension of the star schema: ${grain}, filled ahead of time.`,
    fields: [
      {
        name: "calendar date",
        essential: true,
        overrides: { type: "date", samples: ["2026-03-14"] },
      },
      ...columns
        .slice(0, MOST_COLUMNS)
        .map((name): KnownField => ({ name, essential: true, overrides: calendarValue(name) })),
    ],
    uniqueKeys: [["calendar-date"]],
    rowsPerUser: 0,
  };
}

function calendarValue(name: string): Partial<Omit<Field, "id" | "name" | "basis">> {
  const whole = (minimum: number, maximum: number, sample: number) =>
    ({ type: "integer", minimum, maximum, samples: [sample] }) as const;
  if (/^month(?: number)?$/.test(name)) return whole(1, 12, 3);
  if (/^quarter(?: number)?$/.test(name)) return whole(1, 4, 1);
  if (/^(?:iso )?week(?: number)?$/.test(name)) return whole(1, 53, 11);
  if (/^year$/.test(name)) return whole(1970, 2199, 2026);
  if (/^weekday$|^day name$|^day of week$/.test(name))
    return { type: "string", maxLength: 9, samples: ["Saturday"] };
  return {};
}

function common(
  table: StarTable,
  role: NonNullable<Entity["analytics"]>["role"],
  grain: string,
): Pick<KnownEntity, "id" | "name" | "names" | "impliedBy" | "store" | "analytics"> {
  const words = wordsOfTable(table.name);
  return {
    id: toKebab(words),
    name: toTitle(words),
    names: [words],
    impliedBy: table.mention,
    store: "olap",
    analytics: { role, grain },
  };
}

function columnsOf({ columns, name }: StarTable): readonly KnownField[] {
  const own = `${thingOf({ name })} id`;
  return asFields(
    [...columns].filter(
      (column) => ![own, "id", "occurred at", "period starts at", "loaded at"].includes(column),
    ),
  );
}

function asFields(columns: readonly string[]): readonly KnownField[] {
  return columns.slice(0, MOST_COLUMNS).map((name) => ({ name, essential: true }));
}

function validity(thing: string): readonly KnownField[] {
  return [
    {
      name: "valid from",
      essential: true,
      overrides: { type: "timestamp", description: `Since when the ${thing} is as this row says.` },
    },
    {
      name: "valid until",
      essential: true,
      overrides: {
        type: "timestamp",
        nullable: true,
        description: "When the next version began; none for the one that holds now.",
      },
    },
  ];
}

/** `fact_ride` → "ride". */
function thingOf({ name }: Pick<StarTable, "name">): string {
  return wordsOfTable(name).replace(/^(?:fact|dim|dimension) /, "");
}
