import type { SchemaView } from "./schema-view.ts";

/** A bound of a schema, whichever way OpenAPI 3.0 or 3.1 writes it. */
export interface Bound {
  readonly keyword: string;
  readonly side: "upper" | "lower";
  readonly value: number;
}

const UPPER = [
  "maximum",
  "exclusiveMaximum",
  "maxLength",
  "maxItems",
  "maxProperties",
  "maxContains",
];
const LOWER = [
  "minimum",
  "exclusiveMinimum",
  "minLength",
  "minItems",
  "minProperties",
  "minContains",
];

/** A bound that says nothing. */
const NATURAL: Readonly<Record<string, number>> = {
  minLength: 0,
  minItems: 0,
  minProperties: 0,
};

/** Every bound of a schema by keyword; those that say nothing left out. */
export function boundsOf({ value }: SchemaView): ReadonlyMap<string, Bound> {
  const found = new Map<string, Bound>();
  for (const [side, keywords] of [
    ["upper", UPPER],
    ["lower", LOWER],
  ] as const) {
    for (const keyword of keywords) {
      const stated = value[keyword];
      if (typeof stated === "number" && stated !== NATURAL[keyword]) {
        found.set(keyword, { keyword, side, value: stated });
      }
    }
  }
  // OpenAPI 3.0 makes minimum and maximum exclusive by a mark beside them.
  for (const [plain, exclusive] of [
    ["maximum", "exclusiveMaximum"],
    ["minimum", "exclusiveMinimum"],
  ] as const) {
    const bound = found.get(plain);
    if (value[exclusive] !== true || bound === undefined) continue;
    found.delete(plain);
    found.set(exclusive, { ...bound, keyword: exclusive });
  }
  return found;
}

/** How much a bound lets through: more of it for a higher upper or a lower lower one. */
export function reachOf({ side, value }: Bound): number {
  return side === "upper" ? value : -value;
}
