import type { z } from "zod";
import { toPointer } from "../../util/json-pointer.ts";

type Path = readonly (string | number)[];

/** Something that was left out, or that nothing can be made of. */
export interface Loss {
  readonly path: Path;
  readonly reason: string;
  /** The value that the path leads into. */
  readonly within: unknown;
}

/** Losses can uncover others (a list that has become empty); no form is nested deeper than this. */
const PASSES = 6;

/**
 * Validates a value and leaves out the list items that are wrong (the innermost around each
 * issue), so that one bad field does not cost a whole answer. No value where an issue is not
 * inside a list.
 */
export function parseSalvaging<Schema extends z.ZodType>(
  schema: Schema,
  value: unknown,
): { readonly value?: z.infer<Schema>; readonly losses: readonly Loss[] } {
  const losses: Loss[] = [];
  let current = value;
  for (let pass = 0; pass < PASSES; pass++) {
    const result = schema.safeParse(current);
    if (result.success) return { value: result.data, losses };
    const found = result.error.issues.map((issue) => toLoss(issue, current));
    losses.push(...found);
    const items = found.map(({ path }) => itemAround(path));
    if (items.includes(undefined)) return { losses };
    current = without(current, [], new Set(items));
  }
  return { losses };
}

function toLoss(issue: z.core.$ZodIssue, within: unknown): Loss {
  const path = issue.path.map((token) => (typeof token === "number" ? token : String(token)));
  return { path, reason: issue.message, within };
}

function itemAround(path: Path): string | undefined {
  const depth = path.findLastIndex((token) => typeof token === "number");
  return depth === -1 ? undefined : toPointer(path.slice(0, depth + 1));
}

function without(value: unknown, path: Path, drop: ReadonlySet<string | undefined>): unknown {
  if (Array.isArray(value)) {
    return value.flatMap((item: unknown, index) => {
      const here = [...path, index];
      return drop.has(toPointer(here)) ? [] : [without(item, here, drop)];
    });
  }
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, item]) => [key, without(item, [...path, key], drop)]),
  );
}
