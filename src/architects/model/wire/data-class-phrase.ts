import type { System } from "../../../design/design.ts";

type DataClass = System["security"]["dataClasses"][number];

/**
 * How a classification is handled, from its phrase: `personal: encrypted at rest`, or with an id of
 * its own `customer-data = personal: …`. A phrase that is none stays.
 */
export function parseDataClass(phrase: string): unknown {
  const [, id, level, handling] =
    /^\s*(?:([a-z0-9-]{1,64})\s*=\s*)?([a-z]{1,20})\s*:(.+)$/is.exec(phrase) ?? [];
  if (level === undefined) return phrase;
  const own = level.toLowerCase();
  return { id: id ?? own, level: own, handling };
}

/** The other way round. */
export function formatDataClass({ id, level, handling }: DataClass): string {
  return `${id === level ? "" : `${id} = `}${level}: ${handling}`;
}
