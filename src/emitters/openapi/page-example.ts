import type { System } from "../../design/design.ts";
import type { NamedExamples } from "./body-examples.ts";

/** Pages around example entries: a typical one, and one that holds nothing. */
export function pageExamples(
  items: readonly unknown[],
  { style, maximumLimit }: System["api"]["pagination"],
): NamedExamples {
  const page = items.slice(0, maximumLimit);
  const isOffset = style === "offset";
  return {
    typical: {
      summary: "Typical",
      value: isOffset
        ? { items: page, total: items.length }
        : { items: page, nextCursor: "eyJhZnRlciI6Mn0" },
    },
    empty: {
      summary: "Nothing found",
      value: isOffset ? { items: [], total: 0 } : { items: [], nextCursor: null },
    },
  };
}
