import { assertNever } from "../../../src/util/assert-never.ts";
import type { ContextInput } from "../sample/system-input.ts";
import type { Draw } from "./draw.ts";

type EntityInput = NonNullable<ContextInput["entities"]>[number];
export type FieldInput = EntityInput["fields"][number];

const WORDS = [
  "Value",
  "Key",
  "Limit",
  "Type",
  "Check",
  "Default",
  "Desc",
  "Rank",
  "Weiß",
  "Offset",
];
const TYPES = [
  "uuid",
  "string",
  "text",
  "integer",
  "bigint",
  "decimal",
  "boolean",
  "date",
  "time",
  "timestamp",
  "enum",
  "json",
  "binary",
] as const;

const FORMATS = {
  email: "a@example.com",
  uri: "https://example.com/a?b=c",
  phone: "+12025550123",
  slug: "a-slug",
  currency: "EUR",
  country: "DE",
} as const;

/** A field whose default, bounds and samples agree. */
export function arbitraryField(draw: Draw, ids: Set<string>, names: Set<string>): FieldInput {
  const type = draw.pick(TYPES);
  const base: FieldInput = {
    id: draw.id(ids),
    name: draw.name(WORDS, names),
    type,
    nullable: draw.chance(40),
    readOnly: draw.chance(15),
    classification: draw.pick(["public", "internal", "personal", "sensitive", "secret"]),
    ...(draw.chance(40) ? { description: draw.prose() } : {}),
    basis: draw.pick(["stated", "assumed"]),
  };
  return { ...base, ...constraintsOf(draw, type) };
}

function constraintsOf(draw: Draw, type: (typeof TYPES)[number]): Partial<FieldInput> {
  const withDefault = draw.chance(30);
  switch (type) {
    case "uuid": {
      const sample = "0190b5d2-7c5a-7d3e-9f00-1234567890ab";
      return withDefault ? { default: { function: "uuid" } } : { samples: [sample] };
    }
    case "string":
    case "text":
      return textConstraints(draw, withDefault);
    case "integer":
    case "bigint": {
      const minimum = draw.int(-1_000, 1_000);
      const maximum = minimum + draw.int(0, 1_000);
      const value = draw.int(minimum, maximum);
      return { minimum, maximum, samples: [value], ...(withDefault ? { default: value } : {}) };
    }
    case "decimal": {
      const scale = draw.int(0, 4);
      const value = draw.int(0, 9_999) / 10 ** Math.min(scale, 2);
      const sized = { precision: scale + draw.int(4, 10), scale, minimum: 0, samples: [value] };
      return withDefault ? { ...sized, default: value } : sized;
    }
    case "boolean":
      return withDefault ? { default: draw.chance(50) } : {};
    case "date":
      return { samples: ["2024-02-29"] };
    case "time":
      return { samples: ["23:59:59"] };
    case "timestamp":
      return withDefault ? { default: { function: "now" } } : { samples: ["2024-02-29T23:59:59Z"] };
    case "enum": {
      const values = enumValues(draw);
      return {
        enumValues: [...values],
        samples: [draw.pick(values)],
        ...(withDefault ? { default: draw.pick(values) } : {}),
      };
    }
    case "json":
    case "binary":
      return {};
    default:
      return assertNever(type);
  }
}

function textConstraints(draw: Draw, withDefault: boolean): Partial<FieldInput> {
  if (draw.chance(25)) {
    const format = draw.pick(Object.keys(FORMATS) as (keyof typeof FORMATS)[]);
    return { format, maxLength: 100, samples: [FORMATS[format]] };
  }
  const maxLength = draw.int(1, 120);
  const value = draw.text(maxLength);
  const minLength = draw.chance(30) ? draw.int(0, Array.from(value).length) : 0;
  return {
    minLength,
    maxLength,
    samples: draw.chance(60) ? [value] : [],
    ...(withDefault ? { default: value } : {}),
  };
}

/** Values that differ by more than case, with quotes and other alphabets among them. */
export function enumValues(draw: Draw): readonly string[] {
  const values = new Map<string, string>();
  const count = draw.int(1, 5);
  for (let index = 0; index < count; index++) {
    const value = `${draw.text(40)}${index}`;
    values.set(value.toLowerCase(), value);
  }
  return [...values.values()];
}
