import fc from "fast-check";
import { expect, test } from "vitest";
import { sampleValue } from "../../src/design/sample-value.ts";
import { validSample } from "../../src/design/valid-sample.ts";
import type { ValueDescription } from "../../src/design/value-description.ts";
import { valueFormat, valueType } from "../../src/design/schema/value.ts";

const description: fc.Arbitrary<ValueDescription> = fc
  .record({
    type: fc.constantFrom(...valueType.options.filter((type) => type !== "enum")),
    format: fc.option(fc.constantFrom(...valueFormat.options), { nil: undefined }),
    minimum: fc.option(fc.integer({ min: -9999, max: 9999 }), { nil: undefined }),
    span: fc.integer({ min: 0, max: 100_000 }),
    minLength: fc.option(fc.integer({ min: 0, max: 60 }), { nil: undefined }),
    room: fc.integer({ min: 20, max: 200 }),
    scale: fc.integer({ min: 0, max: 20 }),
    samples: fc.array(fc.oneof(fc.string(), fc.double(), fc.boolean(), fc.emailAddress()), {
      maxLength: 4,
    }),
  })
  .map(({ type, format, minimum, span, minLength, room, scale, samples }) => ({
    type,
    samples,
    scale,
    ...(type === "string" || type === "text" ? withFormat(format, minLength, room) : {}),
    ...(minimum === undefined ? {} : { minimum, maximum: minimum + span }),
  }));

function withFormat(
  format: ValueDescription["format"],
  minLength: number | undefined,
  room: number,
) {
  // These have a length of their own.
  if (format === "phone" || format === "currency" || format === "country") return { format };
  return { format, minLength, maxLength: (minLength ?? 0) + room };
}

test("a sample keeps type, format and bounds", () => {
  fc.assert(
    fc.property(description, fc.string(), fc.nat({ max: 300 }), (value, name, ordinal) => {
      const sample = sampleValue(value, name, ordinal);
      expect(validSample(value, sample), JSON.stringify(sample)).toBe(sample);
      expect(sampleValue(value, name, ordinal)).toBe(sample);
    }),
    { numRuns: 2000 },
  );
});

test("two ordinals give two values where the type leaves room", () => {
  fc.assert(
    fc.property(description, fc.string(), (value, name) => {
      fc.pre(value.type !== "boolean" && value.format !== "currency" && value.format !== "country");
      const room = value.minimum === undefined ? 300 : (value.maximum ?? 0) - value.minimum - 4;
      const count = Math.max(1, Math.min(300, room));
      const all = Array.from({ length: count }, (_, ordinal) => sampleValue(value, name, ordinal));
      expect(new Set(all).size).toBe(count);
    }),
    { numRuns: 500 },
  );
});

test.each<[string, ValueDescription, number, unknown]>([
  ["a given sample goes first", { type: "string", samples: ["Bolt M8"] }, 0, "Bolt M8"],
  ["then it is varied", { type: "string", samples: ["Bolt M8"] }, 1, "Bolt M8-2"],
  [
    "a sample that breaks the bounds is left out",
    { type: "integer", maximum: 5, samples: [9] },
    0,
    1,
  ],
  ["a decimal has all its digits", { type: "decimal", scale: 2, samples: [19.9] }, 0, "19.90"],
  ["a decimal may be narrow", { type: "decimal", precision: 2, scale: 2, samples: [] }, 3, "0.03"],
  [
    "no digit of a wide decimal is lost",
    {
      type: "decimal",
      precision: 38,
      scale: 20,
      samples: ["123456789012345678.00000000000000000001"],
    },
    0,
    "123456789012345678.00000000000000000001",
  ],
  ["a date must exist", { type: "date", samples: ["2026-02-30"] }, 0, "2026-01-01"],
  ["enum values go round", { type: "enum", enumValues: ["a", "b"], samples: [] }, 3, "b"],
  ["false is a sample", { type: "boolean", samples: [false] }, 0, false],
])("%s", (_, value, ordinal, expected) => {
  expect(sampleValue(value, "thing", ordinal)).toBe(expected);
});

test("the end of a period falls after its start", () => {
  const day: ValueDescription = { type: "date", samples: [] };
  for (let ordinal = 0; ordinal < 200; ordinal++) {
    const start = sampleValue(day, "starts on", ordinal);
    expect(start < sampleValue(day, "ends on", ordinal)).toBe(true);
  }
});
