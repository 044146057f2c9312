import type { Operation } from "../../../design/design.ts";
import { toKebab } from "../../../util/naming.ts";

type AccessPattern = Operation["accessPatterns"][number];

const PHRASE = /^\s*(\S+)(?:\s+where\s+(.+?))?(?:\s+sort\s+(.+?))?\s*$/is;

/** How data is read, from its phrase: `order where status, customer-id sort placed-at`. */
export function parseAccessPattern(phrase: string): unknown {
  const [, entity, where, sort] = PHRASE.exec(phrase) ?? [];
  if (entity === undefined) return phrase;
  const filter = listOf(where);
  const order = listOf(sort);
  return { id: toKebab([entity, ...filter, ...order].join(" ")), entity, filter, sort: order };
}

/** The other way round. */
export function formatAccessPattern({ entity, filter, sort }: AccessPattern): string {
  const where = filter.length === 0 ? "" : ` where ${filter.join(", ")}`;
  return `${entity}${where}${sort.length === 0 ? "" : ` sort ${sort.join(", ")}`}`;
}

function listOf(words: string | undefined): readonly string[] {
  if (words === undefined) return [];
  return words
    .split(",")
    .map((word) => word.trim())
    .filter((word) => word !== "");
}
