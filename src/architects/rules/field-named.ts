import type { Field } from "../../design/design.ts";
import type { AttributeHint } from "../../requirements/entity-mention.ts";
import { toKebab, wordsOf } from "../../util/naming.ts";
import { knownValues } from "./known-values.ts";
import type { ValueSketch } from "./known-values.ts";

/** What the text says about a field besides its name. */
export interface FieldClues {
  readonly hint?: AttributeHint;
  readonly enumValues?: readonly string[];
  /** Whether the hint is the stated type and not a guess from the name. */
  readonly typed?: boolean;
  readonly maxLength?: number;
  readonly basis: Field["basis"];
}

const BY_HINT: Readonly<Record<AttributeHint, ValueSketch>> = {
  enum: { type: "string", maxLength: 40 },
  money: { type: "decimal", precision: 12, scale: 2, minimum: 0, samples: [49.9, 12.5] },
  date: { type: "date" },
  number: { type: "integer" },
  boolean: { type: "boolean", default: false },
  text: { type: "text", maxLength: 5000 },
  email: { type: "string", format: "email", maxLength: 254, classification: "personal" },
  url: { type: "string", format: "uri", maxLength: 2000 },
  string: { type: "string", maxLength: 200 },
  timestamp: { type: "timestamp" },
  decimal: { type: "decimal", precision: 12, scale: 2 },
  uuid: { type: "uuid" },
};

/** A field as its name lets expect it: type, bounds, samples, how it has to be treated. */
export function fieldNamed(name: string, clues: FieldClues, overrides: Partial<Field> = {}): Field {
  const words =
    wordsOf(name)
      .slice(0, 6)
      .join(" ")
      // "Occurred at time": the preposition says it already.
      .replace(/\b(at|until) time$/, "$1") || "value";
  const values = enumValuesOf(clues.enumValues);
  const sketch: ValueSketch = values.length > 1 ? { type: "enum" } : sketchOf(words, clues);
  return {
    id: toKebab(words, 60),
    name: words.charAt(0).toUpperCase() + words.slice(1),
    nullable: false,
    readOnly: false,
    classification: "internal",
    ...sketch,
    samples: values.length > 1 ? values.slice(0, 3) : (sketch.samples ?? []),
    ...(values.length > 1 ? { enumValues: values, default: values[0] } : {}),
    basis: clues.basis,
    ...overrides,
  };
}

/** A stated type wins over what the name lets expect; the rest of what the name tells is kept. */
function sketchOf(words: string, { hint, typed, maxLength }: FieldClues): ValueSketch {
  const known = knownValues.find(({ names }) => names.test(words))?.value;
  const said = hint === undefined ? undefined : BY_HINT[hint];
  if (typed !== true || said === undefined)
    return known ?? said ?? { type: "string", maxLength: 200 };
  const base = known?.type === said.type ? known : said;
  const { classification } = known ?? {};
  return {
    ...base,
    ...(classification === undefined ? {} : { classification }),
    ...(maxLength === undefined || base.type !== "string" ? {} : { maxLength }),
  };
}

function enumValuesOf(values: readonly string[] | undefined): readonly string[] {
  const clean = (values ?? []).map((value) =>
    toKebab(value, 60)
      .replaceAll("-", "_")
      .replace(/^x_(?=\d)/, ""),
  );
  return [...new Set(clean)].filter((value) => value !== "").slice(0, 40);
}
