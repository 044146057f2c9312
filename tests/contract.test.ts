import { existsSync, globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { registeredCodes } from "../src/diagnostics/registry.generated.ts";
import { findCaseProblems, findCases, findPageProblems } from "./support/contract/code-cases.ts";
import { findGoldenProblems, readGoldenScope } from "./support/contract/goldens.ts";

const ROOT = join(import.meta.dirname, "..");

describe("every declared code", () => {
  test("has a page that says what, why and how to fix", () => {
    const problems = registeredCodes.flatMap(({ code, page }) => {
      const path = join(ROOT, "src", page);
      if (!existsSync(path)) return [`${code}: src/${page} is missing`];
      return findPageProblems(code, readFileSync(path, "utf8"));
    });
    expect(problems).toEqual([]);
  });

  test("has a case that is reported and one that is not", () => {
    const cases = globSync("tests/**/*.test.ts", { cwd: ROOT })
      .filter((path) => !path.endsWith("contract.test.ts"))
      .flatMap((path) =>
        findCases(path.replaceAll("\\", "/"), readFileSync(join(ROOT, path), "utf8")),
      );
    expect(findCaseProblems(registeredCodes, new Set(cases))).toEqual([]);
  });
});

describe("every emitter and dialect", () => {
  // The comparison itself needs the artifacts, so the golden test makes it at its end.
  test("is held to its goldens by tests/golden.test.ts", () => {
    const path = join(ROOT, "tests/golden.test.ts");
    const text = existsSync(path) ? readFileSync(path, "utf8") : "";
    expect(text).toMatch(
      /expect\(\s*findGoldenProblems\([^)]*readGoldenScope\(\)\s*,?\s*\),?\s*\)\.toEqual\(\[\]\)/,
    );
    expect(readGoldenScope().emitters.length).toBeGreaterThan(0);
  });
});

// A check that cannot fail proves nothing: each rule meets what breaks it.
describe("the rules", () => {
  const page =
    "# a/b\n\n## What\n\nA thing is somewhere else.\n\n## Why\n\nNobody would find it there.\n\n## How to fix\n\nPut it where it belongs.\n";
  const code = { code: "a/b", severity: "error", page: "a/b.md" } as const;

  test("a page", () => {
    expect(findPageProblems("a/b", page)).toEqual([]);
    expect(findPageProblems("a/c", page)).toHaveLength(1);
    expect(findPageProblems("a/b", page.replace("## Why", "## Because"))).toHaveLength(1);
    expect(findPageProblems("a/b", `${page}\n## More\n\nText.`)).toHaveLength(1);
    expect(findPageProblems("a/b", page.replace("Put it where it belongs.", "Fix it."))).toEqual([
      "the page of a/b says nothing under How to fix",
    ]);
  });

  test("cases", () => {
    const text = [
      'import { invalid, valid } from "../support/cases.ts";',
      'invalid("a/b", "x", () => []);',
      'valid(\n  "a/b",\n  "y",\n  () => [],\n);',
      '// valid("a/comment", "z", () => []);',
      'other.valid("a/method", "z", () => []);',
    ].join("\n");
    expect(findCases("tests/checks/a.test.ts", text)).toEqual(["invalid a/b", "valid a/b"]);
    expect(findCases("tests/support/a.ts", text)).toEqual([]);
    expect(findCases("tests/a.test.ts", text.replace("cases.ts", "own.ts"))).toEqual([]);
    expect(findCaseProblems([code], new Set(["invalid a/b", "valid a/b"]))).toEqual([]);
    expect(findCaseProblems([code], new Set(["invalid a/b"]))).toEqual([
      'no test calls valid("a/b", …)',
    ]);
    expect(findCaseProblems([code], new Set(["invalid a/b", "valid a/b", "valid a/c"]))).toEqual([
      'valid("a/c", …) is about a code that nobody declares',
    ]);
  });

  test("goldens", () => {
    const record = { case: "shop", emitter: "sql", paths: ["a.sql"], executedBy: "PGlite" };
    const scope = { emitters: ["sql"], dialects: [], files: ["shop/expected/a.sql"] };
    expect(findGoldenProblems([record], scope)).toEqual([]);
    expect(findGoldenProblems([{ ...record, executedBy: "" }], scope)).toHaveLength(1);
    expect(findGoldenProblems([record], { ...scope, emitters: ["sql", "docs"] })).toEqual([
      "emitter docs has no golden that an engine took",
    ]);
    expect(findGoldenProblems([record], { ...scope, dialects: ["mysql"] })).toHaveLength(1);
    expect(
      findGoldenProblems([{ ...record, dialect: "mysql" }], { ...scope, dialects: ["mysql"] }),
    ).toEqual([]);
    expect(findGoldenProblems([record], { ...scope, files: [] })).toEqual([
      "shop/expected/a.sql is not committed",
    ]);
    expect(
      findGoldenProblems([record], { ...scope, files: [...scope.files, "shop/expected/b.sql"] }),
    ).toEqual(["shop/expected/b.sql is an orphan"]);
  });
});
