import type { System } from "../../design/design.ts";

/** The envelope of a page around example entries. */
export function pageExample(
  items: readonly unknown[],
  { style, maximumLimit }: System["api"]["pagination"],
): Readonly<Record<string, unknown>> {
  const page = items.slice(0, maximumLimit);
  if (style === "offset") return { items: page, total: items.length };
  return { items: page, nextCursor: "eyJhZnRlciI6Mn0" };
}
