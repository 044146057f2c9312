import fc from "fast-check";
import { expect, test } from "vitest";
import { parseJson } from "../../src/util/parse-json.ts";

test.each([
  ['{\n"strict": tru\n}', 2],
  ['{\n"a": 1,\n"b" 2\n}', 3],
  ['{\n"a": 1,\n}', 3],
  ['{\n"a": "x\ny"\n}', 2],
  ['{\n"a": 1\n', 3],
  ['{\n"a": 1\n}\n}\n', 4],
  ["{\n'a': 1 }", 2],
  ['{\n"a": 01\n}', 2],
  ['{\n"a": "\\u12"\n}', 2],
  ['{\n"a": -\n}', 2],
  ['{\n// no\n"a": 1\n}', 2],
  ["", 1],
  ["<<<<<<< ours\n{}\n", 1],
])("%j is wrong in line %i", (text, line) => {
  const parsed = parseJson(text);
  expect(parsed).toMatchObject({ line });
  expect(parsed.reason).toMatch(/^\S+ \S+/);
  expect(parsed.reason).not.toMatch(/position|\.\.\.|\n./);
});

test("a character put into any line of a document is found in that line, or after it", () => {
  const document = fc.dictionary(fc.string(), fc.array(fc.jsonValue({ maxDepth: 1 })));
  fc.assert(
    fc.property(document, fc.nat(), (value, place) => {
      const lines = JSON.stringify(value, undefined, 1).split("\n");
      const index = place % lines.length;
      const broken = lines.toSpliced(index, 1, `@${lines[index] ?? ""}`).join("\n");
      expect(parseJson(broken)).toMatchObject({ line: index + 1 });
      expect(parseJson(lines.join("\n"))).toEqual({ value: JSON.parse(lines.join("\n")) });
    }),
  );
});
