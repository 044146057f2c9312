import { parseYaml } from "@redocly/openapi-core";
import { Yaml } from "@stoplight/spectral-parsers";
import fc from "fast-check";
import { expect, test } from "vitest";
import { parse } from "yaml";
import { yamlText, yamlTextOfLibrary } from "../../src/artifacts/yaml-text.ts";

const tricky = fc.constantFrom(
  "no",
  "NO",
  "y",
  "~",
  "null",
  "1.0.0",
  "1.0",
  "0x1F",
  "0o17",
  "017",
  "1_000",
  "12:30:45",
  "190:20:30",
  "2026-01-15",
  "2026-01-15T09:30:00Z",
  "1e3",
  ".5",
  "+1",
  "=",
  "<<",
  "*a",
  "&a",
  "!b",
  "%c",
  "@d",
  "`e",
  "- a",
  "? b",
  "a: b",
  "a #b",
  "#c",
  "---",
  "...",
  "\u2028",
  "\u0085",
  "\ufeff",
  "a\n\n b",
  " a\n",
  "a\t\n\tb",
  "\n",
  "\t",
  "a\r\nb",
  "'\"",
  "{a: 1}",
  "[1]",
  "|",
  ">-",
  "\ud800",
  "\\u2028",
  "a\n---\nb",
  "a\n# b",
  "0b11",
  "\u0000",
  "a \nb",
  "4414625e0001",
  "1.2e+3",
  "-.inf",
  ".NaN",
  "__proto__x",
);
const text = fc.oneof(
  tricky,
  fc.string({ unit: "binary" }),
  fc.array(tricky, { maxLength: 3 }).map((parts) => parts.join(" ")),
  fc.array(fc.string(), { maxLength: 4 }).map((lines) => lines.join("\n")),
);
const { data } = fc.letrec<{ data: unknown; leaf: unknown }>((tie) => ({
  leaf: fc.oneof(
    text,
    fc.integer(),
    fc.boolean(),
    fc.constantFrom(null, -0),
    fc.double({ noNaN: true, noDefaultInfinity: true }),
  ),
  data: fc.oneof(
    { maxDepth: 3 },
    tie("leaf"),
    fc.array(tie("data"), { maxLength: 3 }),
    fc.dictionary(
      // A quoted `<<` is a merge all the same to some parsers.
      text.filter((key) => key !== "__proto__" && key !== "<<"),
      tie("data"),
      { maxKeys: 3, noNullPrototype: true },
    ),
  ),
}));

test("every parser reads what was written", () => {
  fc.assert(
    fc.property(data, (value) => {
      const document = { value: wellFormed(value) };
      const written = yamlText({ value });
      expect(parse(written), written).toEqual(document);
      expect(parse(written, { version: "1.1", merge: false }), written).toEqual(document);
      expect(parseYaml(written), written).toEqual(document);
      expect(Yaml.parse(written).data, written).toEqual(document);
    }),
    { numRuns: 1500 },
  );
});

test("the text is what the library writes, to the byte", () => {
  fc.assert(
    fc.property(data, text, (value, other) => {
      const nested = { value, list: [value, [other, { deep: value }]], "404": other };
      for (const each of [value, [value], nested]) {
        expect(yamlText(each)).toBe(yamlTextOfLibrary(each));
      }
    }),
    { numRuns: 1000 },
  );
});

test("minus zero is the one zero of JSON", () => {
  expect(yamlText({ value: -0, list: [-0, -0.5] })).toBe("value: 0\nlist:\n  - 0\n  - -0.5\n");
});

test("the same data twice is written twice", () => {
  const shared = { a: 1 };
  expect(yamlText({ first: shared, second: shared })).toBe("first:\n  a: 1\nsecond:\n  a: 1\n");
});

function wellFormed(value: unknown): unknown {
  if (typeof value === "string") return value.toWellFormed();
  if (Object.is(value, -0)) return 0;
  if (Array.isArray(value)) return value.map(wellFormed);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, item]) => [key.toWellFormed(), wellFormed(item)]),
  );
}
