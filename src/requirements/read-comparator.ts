import type { Comparator } from "./quantity.ts";

const BEFORE: readonly (readonly [RegExp, Comparator])[] = [
  [
    /(?:<=|≤|=<|at most|up to|max(?:imum)?\.?(?: of)?:?|no (?:more|longer|later|slower|greater) than|not (?:to )?exceed(?:ing)?|within|limited to|capped at|limit of)\s*(?:of |the |about |approximately )?$/i,
    "lte",
  ],
  [
    /(?:>=|≥|=>|at least|min(?:imum)?\.?(?: of)?:?|no (?:less|fewer) than|not less than)\s*(?:of |the |about )?$/i,
    "gte",
  ],
  [
    /(?:<|under|below|less than|fewer than|faster than|lower than|shorter than)\s*(?:the )?$/i,
    "lt",
  ],
  [
    /(?:>|more than|over|above|greater than|higher than|exceeds?|exceeding|beyond)\s*(?:the )?$/i,
    "gt",
  ],
];

/** How a number bounds what it is about, from the words around it. */
export function readComparator(before: string, after: string, open: boolean): Comparator {
  if (
    /^\s*\)?\s*,?\s*(?:or (?:more|higher|better|above|greater)|and (?:more|above)|min(?:imum)?\b|at least)/i.test(
      after,
    ) ||
    open
  )
    return "gte";
  if (/^\s*\)?\s*,?\s*(?:or (?:less|fewer|lower|below|faster)|max(?:imum)?\b|at most)/i.test(after))
    return "lte";
  const near = before.slice(-40);
  return BEFORE.find(([pattern]) => pattern.test(near))?.[1] ?? "eq";
}
