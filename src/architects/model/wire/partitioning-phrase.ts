import type { Entity } from "../../../design/design.ts";

type Partitioning = Entity["partitioning"];

const PHRASE =
  /^\s*(range|hash|list) on (\S+?)(?: by (day|week|month|year))?(?: in (\d{1,4}) parts)?\s*:\s*(.+)$/is;

/**
 * How a table is split, from its phrase: `range on placed-at by month: …why…`,
 * `hash on customer-id in 16 parts: …why…`. Nothing for `""`; a phrase that is none stays.
 */
export function parsePartitioning(phrase: string): unknown {
  if (phrase.trim() === "") return undefined;
  const [, method, field, interval, parts, reason] = PHRASE.exec(phrase) ?? [];
  if (method === undefined) return phrase;
  return {
    method: method.toLowerCase(),
    field,
    ...(interval === undefined ? {} : { interval: interval.toLowerCase() }),
    ...(parts === undefined ? {} : { parts: Number(parts) }),
    reason,
  };
}

/** The other way round. */
export function formatPartitioning(partitioning: Partitioning): string {
  if (partitioning === undefined) return "";
  const { method, field, interval, parts, reason } = partitioning;
  const by = interval === undefined ? "" : ` by ${interval}`;
  const into = parts === undefined ? "" : ` in ${parts} parts`;
  return `${method} on ${field}${by}${into}: ${reason}`;
}
