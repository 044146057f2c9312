import type { Field } from "../../../design/design.ts";

type Generated = NonNullable<Field["generated"]>;

const SIGNS = { "+": "add", "-": "subtract", "*": "multiply", "||": "concatenate" } as const;
/** A longer one is no formula over a handful of fields. */
const LONGEST = 600;

/**
 * What the database computes a field from, as its phrase: `price * quantity`, `first || last`,
 * `lower(email)`. Nothing for `""`; a phrase that is none stays.
 */
export function parseFormula(phrase: string): unknown {
  const words = phrase.trim();
  if (words === "") return undefined;
  if (words.length > LONGEST) return phrase;
  const folded = /^lower ?\(([^()]+)\)$/i.exec(words)?.[1];
  if (folded !== undefined) {
    return { operation: "lower", fields: folded.split(",").map((field) => field.trim()) };
  }
  const [first = "", ...others] = words.split(/\s+/);
  const signs = new Set(others.filter((_, index) => index % 2 === 0));
  const [sign] = signs;
  const isFormula = others.length > 0 && others.length % 2 === 0 && signs.size === 1;
  if (!isFormula || !isSign(sign)) return phrase;
  return {
    operation: SIGNS[sign],
    fields: [first, ...others.filter((_, index) => index % 2 === 1)],
  };
}

/** The other way round. */
export function formatFormula(generated: Generated | undefined): string {
  if (generated === undefined) return "";
  const { operation, fields } = generated;
  if (operation === "lower") return `lower(${fields.join(", ")})`;
  const [sign] = Object.entries(SIGNS).find(([, name]) => name === operation) ?? [];
  return fields.join(` ${sign ?? "+"} `);
}

function isSign(sign: string | undefined): sign is keyof typeof SIGNS {
  return sign !== undefined && Object.hasOwn(SIGNS, sign);
}
