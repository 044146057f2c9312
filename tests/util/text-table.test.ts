import { expect, test } from "vitest";
import { nearMatches } from "../../src/util/near-matches.ts";
import { textTable } from "../../src/util/text-table.ts";

test("columns stand under each other, whatever is in them", () => {
  expect(
    textTable(
      ["a", "b"],
      [
        ["x", "1"],
        ["longer", "2"],
      ],
    ),
  ).toBe("a       b\n─────────\nx       1\nlonger  2\n");
  // An escape of a terminal, a line break and wide letters.
  const lines = textTable(
    ["a", "b"],
    [
      ["\u001b[31mred\nline", "1"],
      ["日本", "2"],
    ],
  ).split("\n");
  expect(lines[2]).toBe("[31mred line  1");
  expect(lines[3]).toBe(`日本${" ".repeat(8)}  2`);
});

test("a cell that is too long is cut with a sign", () => {
  expect(textTable(["a"], [["x".repeat(30)]], 10)).toContain(`${"x".repeat(9)}…`);
});

test("near is what a slip of a finger makes, or what holds the word", () => {
  const names = ["operations", "events", "erd-ordering", "flow-place-order"];
  expect(nearMatches("opertaions", names)).toEqual(["operations"]);
  expect(nearMatches("place", names)).toEqual(["flow-place-order"]);
  expect(nearMatches("zzz", names)).toEqual([]);
  expect(nearMatches("", names)).toEqual([]);
});
